//! Commands and flags.

pub(crate) mod ledger;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use suquan_extract::Published;
use suquan_timex::Policy;

use crate::filter::Filter;
use crate::messages::say;

/// Reads news reports and keeps the ledger of them: what happened, who said what, what was promised, and where the accounts differ.
#[derive(Debug, Parser)]
#[command(name = "suquan", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Reads articles into a ledger: each event once, with who reports it and where the accounts differ.
    #[command(
        after_help = "Examples:\n  suquan read examples/\n  suquan read news.jsonl --format jsonl\n  suquan read news.jsonl --what stories --format jsonl"
    )]
    Read(Read),
    /// Prints what was read in each article: a JSON line each, or its times as TimeML.
    #[command(
        after_help = "Examples:\n  suquan annotate article.txt\n  suquan annotate news.jsonl | jq .statements\n  suquan annotate article.txt --format timeml"
    )]
    Annotate(Annotate),
    /// Writes the ledger of articles as one page to look at in a browser, with the articles in it.
    #[command(after_help = "Examples:\n  suquan report --html ledger.html examples/")]
    Report(Report),
    /// Lists who said what, through which channel, about what, each with the line of its source.
    #[command(
        after_help = "Examples:\n  suquan statements article.txt\n  suquan statements news.jsonl --speaker Trump --topic trade\n  suquan statements news.jsonl --format csv > statements.csv"
    )]
    Statements(Statements),
    /// Shows how what stands at a place of an article was read.
    #[command(after_help = "Examples:\n  suquan explain article.txt --find \"Truth Social\"\n  suquan explain article.txt --at 120..134")]
    Explain(Explain),
    /// Keeps articles in a ledger file; those that it has are left alone, a new text under a known id is a new version.
    #[command(after_help = "Examples:\n  suquan ingest --ledger news.ledger news.jsonl\n  suquan ingest --ledger news.ledger --format jsonl folder/")]
    Ingest(ledger::Ingest),
    /// Takes articles out of a ledger file, with all that rested on them.
    #[command(after_help = "Examples:\n  suquan remove --ledger news.ledger 12236552")]
    Remove(ledger::Remove),
    /// Prints the records of a ledger.
    #[command(
        after_help = "Examples:\n  suquan ledger --ledger news.ledger --format jsonl\n  suquan ledger --ledger news.ledger --what stories --as-of 2013-10-22"
    )]
    Ledger(ledger::Dump),
    /// Prints the events by date, a line each.
    #[command(after_help = "Examples:\n  suquan timeline --ledger news.ledger --from 2025\n  suquan timeline examples/ --actor \"Xi Jinping\"")]
    Timeline(ledger::Entries),
    /// Prints all that is known of an event: accounts, evidence, differences, reasons of merging.
    #[command(after_help = "Examples:\n  suquan event --ledger news.ledger 4371580f")]
    Event(ledger::One),
    /// Prints the stories: articles by what they report.
    #[command(after_help = "Examples:\n  suquan stories --ledger news.ledger")]
    Stories(ledger::Entries),
    /// Finds articles by words, with or without diacritics, and the events that they report.
    #[command(after_help = "Examples:\n  suquan search --ledger news.ledger \"da nang\"")]
    Search(ledger::Search),
    /// Prints promises: who promised what, by when, and whether it is overdue.
    #[command(after_help = "Examples:\n  suquan commitments --ledger news.ledger --status overdue --as-of 2026-06-01")]
    Commitments(ledger::Commitments),
    /// Prints what the articles published after a day add or change.
    #[command(after_help = "Examples:\n  suquan diff --ledger news.ledger --since 2026-02-01")]
    Diff(ledger::Diff),
    /// Compares the accounts of an event: topics by side or by outlet.
    #[command(after_help = "Examples:\n  suquan compare --ledger news.ledger 4371580f\n  suquan compare --by-outlet 4371580f examples/")]
    Compare(ledger::Compare),
    /// Corrects a ledger: decisions with author and reason, kept apart from what was read and applied after every reading.
    #[command(
        after_help = "Examples:\n  suquan correct merge A B --ledger news.ledger --author An --reason \"the same call\"\n  suquan correct list --ledger news.ledger"
    )]
    Correct(ledger::Correct),
    /// Writes events for other programs: CSV, strict PLOVER, a calendar of what is planned.
    #[command(after_help = "Examples:\n  suquan export --format csv --ledger news.ledger > events.csv")]
    Export(ledger::Export),
    /// Lists when each article was written, and how that is known: from its metadata, its date line, or the dates in its text.
    #[command(after_help = "Examples:\n  suquan dates examples/\n  suquan dates news.jsonl --own")]
    Dates(Dates),
    /// Works on language packs.
    #[command(subcommand)]
    Pack(Pack),
    /// Works on the actor list: who there is, who held which office when.
    #[command(subcommand)]
    Actors(Actors),
}

/// What to read by.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct ReadBy {
    /// A language pack to read by, instead of the one in the binary.
    #[arg(long, value_name = "DIR")]
    pub(crate) pack: Option<PathBuf>,
    /// Your own people, offices, terms, organizations, places and names, on top of the actor list.
    #[arg(long, value_name = "FILE")]
    pub(crate) actors: Option<PathBuf>,
}

/// What every command that reads articles takes.
#[derive(Debug, Args)]
pub(crate) struct Sources {
    /// Articles: .txt, .html, .jsonl, folders of these, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) how: How,
}

/// How articles are read: what they do not say themselves, and what they are read by.
#[derive(Clone, Debug, Args)]
pub(crate) struct How {
    /// When the articles were published, where they do not say it themselves, such as 2025-11-25.
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(crate) published: Option<Published>,
    /// The outlet they come from, where they do not say it themselves.
    #[arg(long, value_name = "NAME")]
    pub(crate) source: Option<String>,
    /// The encoding of all files, such as windows-1258, instead of finding each one's own.
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(crate) encoding: Option<Encoding>,
    /// Which year a date without one falls in: `news`, the nearest that tense and modality allow, and the default; `past`, the last; `future`, the next.
    /// The articles of a ledger file were read when they were ingested: give it to `suquan ingest`.
    #[arg(long, value_name = "POLICY", value_parser = policy)]
    pub(crate) date_policy: Option<Policy>,
    /// How many articles to read at once; as many as there are processors if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
    #[command(flatten)]
    pub(crate) read_by: ReadBy,
}

impl How {
    /// Whether it says how articles are to be read, which those of a ledger file were long ago.
    pub(crate) fn asks_for_a_reading(&self) -> bool {
        self.published.is_some() || self.source.is_some() || self.encoding.is_some() || self.date_policy.is_some()
    }
}

/// An encoding by its name.
pub(crate) type Encoding = &'static suquan_extract::Encoding;

fn policy(name: &str) -> Result<Policy, String> {
    match name {
        "news" => Ok(Policy::News),
        "past" => Ok(Policy::Past),
        "future" => Ok(Policy::Future),
        _ => Err(say("error.policy", &[])),
    }
}

fn published(text: &str) -> Result<Published, String> {
    Published::parse(text).ok_or_else(|| say("error.date", &[]))
}

/// A date that names days of the calendar, as it was written.
fn date(text: &str) -> Result<String, String> {
    suquan_actors::Period::parse(text).map(|_| text.to_owned()).ok_or_else(|| say("error.period", &[]))
}

fn encoding(name: &str) -> Result<Encoding, String> {
    suquan_extract::encoding(name).map_err(|_| say("error.encoding", &[]))
}

#[derive(Debug, Args)]
pub(crate) struct Read {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "json", "jsonl"])]
    pub(crate) format: String,
    /// Which entries to print.
    #[arg(long, default_value = "events", value_parser = ["events", "commitments", "statements", "stories", "documents"])]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) filter: Filter,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) whence: ledger::Whence,
    /// Where to write the page.
    #[arg(long, value_name = "OUT", required = true)]
    pub(crate) html: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Annotate {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// The form of the output.
    #[arg(long, default_value = "jsonl", value_parser = ["jsonl", "timeml"])]
    pub(crate) format: String,
}

#[derive(Debug, Args)]
pub(crate) struct Dates {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "jsonl"])]
    pub(crate) format: String,
    /// Go by the articles' own words alone, as if their metadata said no date.
    #[arg(long)]
    pub(crate) own: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Statements {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// The form of the output.
    #[arg(long, default_value = "text", value_parser = ["text", "jsonl", "csv"])]
    pub(crate) format: String,
    /// Only what this party says: a name, with or without diacritics, or an id of the actor list.
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,
    /// Only what is about this topic of the pack, such as trade.
    #[arg(long, value_name = "TOPIC")]
    pub(crate) topic: Option<String>,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("place").required(true))]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// The place, in code points of the article's text, such as 120..134.
    #[arg(long, value_name = "A..B", group = "place")]
    pub(crate) at: Option<String>,
    /// The words; every place where they stand is explained.
    #[arg(long, value_name = "WORDS", group = "place")]
    pub(crate) find: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Pack {
    /// Validates a pack and runs all its examples.
    Check {
        /// The pack's folder.
        folder: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Actors {
    /// Prints what is known of somebody or something: names, offices with their terms, sources.
    #[command(after_help = "Examples:\n  suquan actors show Obama\n  suquan actors show country/JP --at 2013\n  suquan actors show org/un")]
    Show(ShowActor),
    /// Checks a file of your own actors, as `--actors` takes it, together with the list.
    #[command(after_help = "Examples:\n  suquan actors check mine.toml\n  suquan read --actors mine.toml examples/")]
    Check {
        /// The file.
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ShowActor {
    /// A name or title in a language of the packs, or an id of the list.
    #[arg(required = true, num_args = 1.., value_name = "NAME")]
    pub(crate) name: Vec<String>,
    /// When offices are to be held, such as 2013, 2013-10 or 2013-10-21.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) at: Option<String>,
    #[command(flatten)]
    pub(crate) read_by: ReadBy,
}
