//! Where an entry of the ledger stands.

use crate::ByteSpan;

/// The hash of a document's content, in lower-case hexadecimal: its identity, whatever label it came under.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentHash(pub String);

/// A document and the bytes of its text that an entry rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The document's identity.
    pub document: DocumentHash,
    /// The bytes of its text.
    pub span: ByteSpan,
}
