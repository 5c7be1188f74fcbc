//! Which offices a title and a body mean, where the list has them under another name.

use crate::term::Office;
use crate::{Actors, Kind};

impl Actors {
    /// The offices that a role means of a state or organisation: `chair` of a state its president, of a parliament its speaker; `leader` of a ministry its minister,
    /// of a president's house the president. Several only where the body has several leaders.
    #[must_use]
    pub fn offices_meant(&self, role: &str, of: &str) -> Vec<Office<'_>> {
        let own = self.offices_with_role(role, of);
        if !own.is_empty() {
            return own;
        }
        let Some(body) = self.get(of) else { return Vec::new() };
        match body.kind {
            Kind::State => self.of_state(role, of),
            Kind::Organization => {
                let led: Vec<Office<'_>> = self.leader_offices(of).into_iter().filter(|office| is_led_by(role, office.role)).collect();
                match (led.is_empty(), body.country) {
                    (false, _) => led,
                    (true, Some(country)) => self.of_body(role, of, body.detail, &format!("country/{country}")),
                    (true, None) => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    fn of_state(&self, role: &str, of: &str) -> Vec<Office<'_>> {
        match role {
            "leader" => self.leader_offices(of),
            "chair" => self.offices_with_role("president", of),
            // A state may have a chancellor or a premier by another title, never a president by one.
            "head-of-government" | "chancellor" => self.offices_with_role("prime-minister", of),
            "head-of-state" => self.offices_with_role("president", of),
            _ => Vec::new(),
        }
    }

    /// Of a body of a state.
    fn of_body(&self, role: &str, of: &str, kind: &str, state: &str) -> Vec<Office<'_>> {
        let leads = matches!(role, "leader" | "chair" | "speaker" | "minister" | "head");
        match kind {
            "parliament" if leads => self.offices_with_role("speaker", state),
            "ministry" if leads && of.ends_with("-foreign-ministry") => self.offices_with_role("foreign-minister", state),
            "ministry" if leads && of.ends_with("-defence-ministry") => self.offices_with_role("defence-minister", state),
            "ministry" if matches!(role, "foreign-minister" | "defence-minister") => self.offices_with_role(role, state),
            "government" if of.ends_with("-government") && role == "leader" => self.offices_with_role("prime-minister", state),
            "government" if role == "leader" || role == "president" => self.leader_offices(state),
            "party" if role == "party-leader" => self.offices_with_role("party-leader", state),
            _ => Vec::new(),
        }
    }
}

/// Whether the holder of the leading office of an organisation can be called so.
fn is_led_by(role: &str, office: &str) -> bool {
    match role {
        "leader" | "head" | "chair" => true,
        "director" | "director-general" | "managing-director" => office.ends_with("director") || office.ends_with("director-general"),
        "president" | "governor" => office.ends_with("president") || office == "chair",
        _ => false,
    }
}
