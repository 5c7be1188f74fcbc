//! Journeys to several hosts.

use crate::act::Act;
use crate::event::{Participant, Place};
use crate::scene::Scene;

/// Visits of an article with which its journeys are compared.
const VISITS: usize = 8;

/// Takes a journey to several hosts apart where the article also tells the visit to one of them: that one, and the others.
pub(crate) fn apart(scene: &Scene<'_>, acts: Vec<Act>) -> Vec<Act> {
    let visits: Vec<(Participant, Participant)> = acts
        .iter()
        .filter(|act| act.modes.contains(&"visit") && act.recipients.len() == 1 && act.actors.len() == 1)
        .map(|act| (act.actors[0].clone(), act.recipients[0].clone()))
        .take(VISITS)
        .collect();
    let mut all = Vec::with_capacity(acts.len());
    for mut act in acts {
        if act.modes.contains(&"visit") && act.recipients.len() > 1 {
            // The ground of one host is not that of the others.
            let hosted = |place: &Place| place.entity.is_some_and(|ground| act.recipients.iter().any(|host| scene.of_one_side(host.entity, ground)));
            act.place = act.place.take().filter(|place| !hosted(place));
            let alone = |host: &Participant| {
                visits.iter().any(|(guest, other)| scene.same_side(other, host) && act.actors.iter().all(|actor| scene.same_side(actor, guest)))
            };
            let (told, rest): (Vec<Participant>, Vec<Participant>) = act.recipients.iter().cloned().partition(alone);
            if !told.is_empty() && !rest.is_empty() {
                all.push(Act { recipients: told, ..act.clone() });
                act.recipients = rest;
            }
        }
        all.push(act);
    }
    all
}
