//! Who met, where a noun of a meeting names nobody or one alone.

use suquan_mention::PartyKind;
use suquan_span::TokenSpan;

use crate::EventType;
use crate::act::Act;
use crate::event::Participant;
use crate::scene::Scene;
use crate::units::{Case, Member, Unit};

/// The one whom a noun of a meeting names, and who speaks at it (`at A's talks in Paris, B said`).
pub(crate) fn attended(scene: &Scene<'_>, act: &Act) -> Option<Vec<Participant>> {
    let (named, speaker) = (act.actors.first()?, act.attendant.as_ref()?);
    let meets = act.kind == EventType::Consult && !act.modes.contains(&"visit") && act.actors.len() == 1;
    (meets && !scene.same_side(named, speaker)).then(|| vec![named.clone(), speaker.clone()])
}

/// Who met, where a meeting that is told by its place or date alone stands in a sentence about two sides (`the two sides have kept in touch; the meeting in
/// Busan …`): the nearest words before it that name exactly two, else the nearest after.
pub(crate) fn pair(scene: &Scene<'_>, act: &Act) -> Option<Vec<Participant>> {
    let placed = act.place.is_some() || act.date.as_ref().is_some_and(|date| date.basis == "stated");
    if act.kind != EventType::Consult || !placed || act.modes.contains(&"visit") {
        return None;
    }
    let sentence = scene.text.sentence(act.words.start);
    let two = |unit: &&Unit| unit.members.len() == 2 && !matches!(unit.case, Some(Case::At | Case::Toward | Case::Other));
    let before = scene.units_in(TokenSpan::new(sentence.start, act.words.start)).rev().find(two);
    // A noun that opens its sentence points back at those of whom the one before tells (`The ministers of the bloc issued … The meeting took place …`).
    let opens = act.words.start <= sentence.start + 2 && sentence.start > 0 && act.actors.is_empty();
    let told = || {
        let last = scene.text.sentence(sentence.start - 1);
        let several = |unit: &Unit| scene.class_at(unit.tokens.start, scene.classes.nominal).is_some_and(|hit| scene.label(hit) == "many");
        let body = |unit: &&Unit| unit.case.is_none() && (two(unit) || several(unit) || unit.members.iter().all(|member| is_body(scene, member)));
        scene.units_in(last).find(body)
    };
    let unit = before.or_else(|| scene.units_in(TokenSpan::new(act.words.end, sentence.end)).find(two)).or_else(|| if opens { told() } else { None })?;
    let fits = side_fits_all(scene, unit, act);
    let party = |member: &Member| Participant { entity: member.entity, span: member.span, rule: act.trigger.1.clone() };
    fits.then(|| unit.members.iter().map(party).collect())
}

fn is_body(scene: &Scene<'_>, member: &Member) -> bool {
    matches!(scene.mentions.entity(member.entity).kind, PartyKind::Organization | PartyKind::Group)
}

/// Whether every party that the mention itself names is one of the unit's.
fn side_fits_all(scene: &Scene<'_>, unit: &Unit, act: &Act) -> bool {
    act.actors
        .iter()
        .chain(&act.recipients)
        .all(|party| unit.members.iter().any(|member| scene.same_side(party, &Participant { entity: member.entity, span: member.span, rule: String::new() })))
}
