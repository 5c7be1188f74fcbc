//! Statements of whole texts: what is told beside the words, and texts made to be hard.

use suquan_attribution::Statement;
use suquan_extract::Article;
use suquan_langpack::Pack;
use suquan_pipeline::{Hints, Reader};

/// What is read in `text`, an article of 24 November 2025: each statement with its speaker's name.
fn read(text: &str) -> Vec<(Statement, String)> {
    let reader = Pack::embedded("vi").and_then(Reader::new).expect("the embedded pack is valid, tests see to it");
    let article = Article { text: text.to_owned(), published: Some("2025-11-24".into()), ..Article::default() };
    let reading = reader.read(article, &Hints::default());
    let named = |statement: &Statement| statement.speaker.map_or_else(String::new, |id| reading.mentions.entity(id).name.clone());
    reading.statements.iter().map(|statement| (statement.clone(), named(statement))).collect()
}

#[test]
fn what_is_told_beside_the_words() {
    let found =
        read("Tại cuộc họp báo ở Geneva ngày 23/11, Ngoại trưởng Nga Sergei Lavrov nói với ông Rubio rằng thuế quan mới cản trở đàm phán hòa bình ở Ukraine.");
    let [(statement, name)] = found.as_slice() else { panic!("one statement: {found:?}") };
    assert_eq!((name.as_str(), statement.stance.as_str()), ("Sergei Lavrov", "say"));
    assert_eq!(statement.channel.as_ref().map(|channel| channel.channel.as_str()), Some("press-conference"));
    assert_eq!(statement.date.as_ref().map(|(date, _)| date.as_str()), Some("2025-11-23"));
    assert_eq!(statement.side.as_deref(), Some("RU"));
    assert!(statement.addressee.is_some());
    let topics: Vec<_> = statement.topics.iter().map(|topic| topic.topic.as_str()).collect();
    assert!(topics.contains(&"tariffs") && topics.contains(&"ukraine") && topics.contains(&"peace"), "{topics:?}");
}

#[test]
fn a_channel_with_a_name_is_called_by_it() {
    let found = read("Tổng thống Mỹ Donald Trump viết trên mạng xã hội Truth Social: \"Một ngày tuyệt vời\".");
    assert_eq!(found[0].0.channel.as_ref().map(|channel| channel.channel.as_str()), Some("Truth Social"));
}

#[test]
fn quotation_marks_without_end_are_read_to_the_end() {
    for hostile in ["“".repeat(100_000), "\"".repeat(100_000), "“a” ".repeat(50_000), "Nam, và nói, ".repeat(2_000), "theo Nga, ".repeat(2_000)] {
        let statements = read(&hostile).len();
        assert!(statements <= 100_000, "{statements}");
    }
}
