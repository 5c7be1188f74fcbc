//! What a row or rule says of the act that it names.

use crate::EventType;

/// Who stands where around the words of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Subject and object, companion or pair: all of them actors (`A meets B`, `talks between A and B`).
    Joint,
    /// Like [`Frame::Joint`] for two sides that clash or break; the object is the recipient.
    Clash,
    /// The subject goes, the place or its owner is the recipient.
    Visit,
    /// The subject sends the object, a person who goes, to the recipient.
    Send,
    /// The subject acts, the object is the recipient.
    Act,
    /// The subject alone acts; the object is a thing.
    Sole,
    /// The subject acts on what it or another owns; both are actors.
    Own,
    /// A crowd acts; who it is against stands behind a word of opposition alone.
    Crowd,
    /// The subject is blamed by the speaker of the words around it.
    Blame,
}

/// How many parties an act needs to be an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// An actor or a recipient.
    One,
    /// An actor.
    Actor,
    /// An actor and a recipient, or two actors.
    Two,
    /// An actor and somebody acted upon.
    Recipient,
    /// Somebody acted upon, whoever did it.
    Target,
}

/// What must stand around the words for them to mean the act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guard {
    /// The object is a person or their delegation.
    Person,
    /// The object is a place or its people.
    Place,
    /// The object is a party, not a thing.
    Party,
    /// The subject is a person.
    PersonSubject,
    /// The subject is a medium, document or source.
    Medium,
    /// A date stands by the act, or by a visit a mark of tense.
    Dated,
    /// The object stands right behind, or owns what does.
    Direct,
    /// A verb carries the noun, or the noun names its two sides itself.
    Told,
}

/// The meaning of one trigger.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The kind; `None` for words that look like an act and are none.
    pub kind: Option<EventType>,
    /// The modes.
    pub modes: Vec<&'static str>,
    /// Who stands where.
    pub frame: Frame,
    /// What it needs.
    pub need: Need,
    /// What must stand around it.
    pub guards: Vec<Guard>,
    /// The words count the years since the act behind them.
    pub anniversary: bool,
    /// Whether the words are a noun.
    pub noun: bool,
    /// The status that the words themselves give (`an invitation to visit` is planned).
    pub status: Option<crate::Status>,
    /// A word for it so wide that it can stand for the event in any mode.
    pub generic: bool,
    /// A state rather than a deed: without a mark or date it goes on.
    pub stative: bool,
    /// The predicate denies what its subject tells (`the report that … is false`).
    pub denies: bool,
    /// The subject undergoes the act; who does it stands behind (`came under criticism from B`).
    pub undergo: bool,
    /// Who does it stands inside the words of the rule, before the act, or nowhere (`rockets of A hit …`, `soldiers shot at …`).
    pub inner: bool,
    /// The kind of the act where several states do it together.
    pub together: Option<EventType>,
    /// Which of the acts of one kind it is, where they must not be taken for one another.
    pub sense: String,
}

impl Entry {
    /// Reads a row's or rule's value: `CONSULT modes=phone frame=joint need=two guard=person pos=n status=planned`, or `-` for no act.
    ///
    /// # Errors
    /// A word that is no kind, mode, frame, guard or status.
    pub fn parse(value: &str) -> Result<Self, String> {
        let mut words = value.split(' ').filter(|word| !word.is_empty());
        let head = words.next().unwrap_or("");
        let mut entry = Self {
            kind: EventType::from_code(head),
            modes: Vec::new(),
            frame: Frame::Act,
            need: Need::One,
            guards: Vec::new(),
            anniversary: false,
            noun: false,
            status: None,
            generic: false,
            stative: false,
            denies: false,
            undergo: false,
            inner: false,
            together: None,
            sense: String::new(),
        };
        entry.anniversary = head == "anniversary";
        let Some(kind) = entry.kind else {
            return if head == "-" || entry.anniversary { Ok(entry) } else { Err(format!("`{head}` is no PLOVER type; write `-` for words that are no act")) };
        };
        for word in words {
            let (key, text) = word.split_once('=').unwrap_or((word, ""));
            match key {
                "modes" => {
                    for name in text.split(',') {
                        entry.modes.push(kind.mode(name).ok_or_else(|| format!("{kind} has no mode `{name}`"))?);
                    }
                }
                "frame" => entry.frame = frame(text).ok_or_else(|| format!("no frame is called `{text}`"))?,
                "need" => entry.need = need(text).ok_or_else(|| format!("`need` is one, actor, two, recipient or target, not `{text}`"))?,
                "guard" => {
                    for name in text.split(',') {
                        entry.guards.push(guard(name).ok_or_else(|| format!("no guard is called `{name}`"))?);
                    }
                }
                "pos" => entry.noun = text == "n",
                "status" => entry.status = Some(crate::Status::parse(text).ok_or_else(|| format!("no status is called `{text}`"))?),
                "generic" => entry.generic = true,
                "stative" => entry.stative = true,
                "denies" => entry.denies = true,
                "undergo" => entry.undergo = true,
                "inner" => entry.inner = true,
                "together" => entry.together = Some(EventType::from_code(text).ok_or_else(|| format!("`{text}` is no PLOVER type"))?),
                "sense" => text.clone_into(&mut entry.sense),
                _ => return Err(format!("`{key}` is not known here")),
            }
        }
        Ok(entry)
    }
}

fn frame(name: &str) -> Option<Frame> {
    Some(match name {
        "joint" => Frame::Joint,
        "clash" => Frame::Clash,
        "visit" => Frame::Visit,
        "send" => Frame::Send,
        "act" => Frame::Act,
        "sole" => Frame::Sole,
        "crowd" => Frame::Crowd,
        "own" => Frame::Own,
        "blame" => Frame::Blame,
        _ => return None,
    })
}

fn need(name: &str) -> Option<Need> {
    Some(match name {
        "one" => Need::One,
        "actor" => Need::Actor,
        "two" => Need::Two,
        "recipient" => Need::Recipient,
        "target" => Need::Target,
        _ => return None,
    })
}

fn guard(name: &str) -> Option<Guard> {
    Some(match name {
        "person" => Guard::Person,
        "place" => Guard::Place,
        "party" => Guard::Party,
        "person-subject" => Guard::PersonSubject,
        "medium" => Guard::Medium,
        "dated" => Guard::Dated,
        "told" => Guard::Told,
        "direct" => Guard::Direct,
        _ => return None,
    })
}
