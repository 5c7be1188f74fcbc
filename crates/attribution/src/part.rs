//! The parts that small words play around a cue, and the kinds of noun that can speak: the labels of two lists of the pack.

macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $label:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// Every one.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The label that names it in the list.
            pub(crate) fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }
        }
    };
}

labels! {
    /// What a word of the list `speech` does.
    Part {
        /// Stands between a subject and its cue.
        Adverb = "adverb",
        /// How it was said, after the cue.
        Manner = "manner",
        /// Opens the content.
        Link = "link",
        /// Opens the content only right after the cue.
        Copula = "copula",
        /// The hearer follows.
        Addressee = "addressee",
        /// Opens an adverbial.
        Aside = "aside",
        /// Joins a second cue of the same speaker.
        Coordinator = "coordinator",
        /// What follows is no longer what was said.
        Breaker = "breaker",
        /// The same where another speaker's cue follows.
        Contrast = "contrast",
        /// The same where anybody's clause follows.
        Turn = "turn",
        /// A clause with its own subject follows.
        Subordinator = "subordinator",
        /// A clause that depends on the next one follows, where it opens a sentence.
        Dependent = "dependent",
        /// Says who somebody is, after his name and a comma.
        Apposition = "apposition",
        /// Brings in a cue whose words follow its comma.
        Like = "like",
        /// Opens a verb group as nothing else does.
        Verb = "verb",
        /// A clause about the noun before follows.
        Relative = "relative",
        /// The words were not said.
        Negator = "negator",
        /// The words were not said yet.
        Modal = "modal",
        /// The cue's subject is spoken of; the speaker may follow it.
        Passive = "passive",
        /// The speaker follows, what he said stands before.
        Agent = "agent",
        /// What is spoken of follows, not what is said.
        About = "about",
        /// Opens a noun phrase.
        Determiner = "determiner",
        /// The institution behind a document follows.
        Owner = "owner",
        /// Points back, at the end of a noun phrase.
        Demonstrative = "demonstrative",
        /// Stands for the words before.
        Backref = "backref",
        /// Opens a sentence about what was said before.
        Recall = "recall",
        /// A longer word that has one of the others in it.
        Word = "word",
        /// A verb that ends a subject.
        Maker = "maker",
    }
}

labels! {
    /// What a noun of the list `source-head` names.
    SourceKind {
        /// A human being, by calling.
        Person = "person",
        /// Several.
        Group = "group",
        /// An institution.
        Body = "body",
        /// A paper, agency, broadcaster.
        Media = "media",
        /// Something written.
        Document = "document",
        /// A pronoun.
        Pronoun = "pronoun",
        /// A pronoun of the first person.
        First = "first",
    }
}
