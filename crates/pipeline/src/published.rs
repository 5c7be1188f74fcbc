//! When an article was published.

use suquan_extract::{Article, Published, PublishedBasis};
use suquan_segment::{Role, Text};
use suquan_timex::{ArticleBasis, ArticleDate, DocumentDate, Expression, Policy, TimexType, resolve};

use crate::Hints;

/// The article's date: as given, else as its date line says, else as the caller knows it, else as the dates in its text (`own`) let it be inferred.
///
/// A date line in digits is read as it stands; one in words by the pack's time expressions, of which only a full date counts.
pub(crate) fn published(
    article: &Article,
    text: &Text,
    expressions: &[Expression],
    own: Option<&ArticleDate>,
    hints: &Hints,
) -> (Option<DocumentDate>, PublishedBasis) {
    if let Some(given) = &article.published {
        return (Some(DocumentDate { value: given.clone() }), PublishedBasis::Given);
    }
    if let Some(value) = in_digits(text).or_else(|| in_words(text, expressions)) {
        return (Some(DocumentDate { value }), PublishedBasis::Dateline);
    }
    let said = |own: &ArticleDate| own.published().map(|value| DocumentDate { value });
    if let Some(date) = own.filter(|own| own.basis == ArticleBasis::Dateline).and_then(said) {
        return (Some(date), PublishedBasis::Dateline);
    }
    match hints.published.clone().or_else(|| own.and_then(said)) {
        Some(date) => (Some(date), PublishedBasis::Inferred),
        None => (None, PublishedBasis::Unknown),
    }
}

fn in_digits(text: &Text) -> Option<String> {
    let lines = text.parts.iter().filter(|part| part.role == Role::Dateline);
    lines.filter_map(|part| Published::find(part.span.of(&text.source))).map(|published| published.to_string()).next()
}

fn in_words(text: &Text, expressions: &[Expression]) -> Option<String> {
    text.parts.iter().any(|part| part.role == Role::Dateline).then_some(())?;
    let times = resolve(expressions, None, Policy::default());
    let full = |value: &str| value.len() == 10 && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    times.into_iter().find(|time| text.role(time.span.start) == Role::Dateline && time.kind == TimexType::Date && full(&time.value)).map(|time| time.value)
}
