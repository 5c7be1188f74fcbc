//! Which articles are one story, whatever stands beside them.

use suquan_resolve::interval::Interval;
use suquan_resolve::sketch::mix;
use suquan_resolve::stories::{Item, cluster};

/// Words of no subject, of which every article has some.
const GRAMMAR: u64 = 80;

/// What an article is made of.
struct Article {
    terms: Vec<(u32, u16)>,
    marks: Vec<(u32, u16)>,
    day: i32,
}

/// An article of a story: some words of everybody's, some of its story's, most of its own; `marks` say whom it names.
fn article(voice: u64, story: u64, shared: u64, marks: &[u32], day: i32) -> Article {
    let grammar = (0..40).map(|i| mix(voice * 7_919 + i) % GRAMMAR);
    let told = (0..shared).map(|i| 1_000_000 + story * 1_000 + i);
    let own = (0..100).map(|i| 2_000_000 + voice * 1_000 + i);
    let mut terms: Vec<(u32, u16)> = grammar.chain(told).chain(own).map(|word| (mix(word) as u32, 1)).collect();
    terms.sort_unstable();
    terms.dedup();
    Article { terms, marks: marks.iter().map(|&mark| (mark, 2)).collect(), day }
}

/// The stories among the first `first` articles.
fn stories(articles: &[Article], first: usize) -> Vec<Vec<usize>> {
    let day = |day: i32| Some(Interval { first: day, last: day });
    let items: Vec<Item> = articles.iter().map(|one| Item { terms: &one.terms, marks: &one.marks, day: day(one.day) }).collect();
    cluster(&items)
        .into_iter()
        .map(|group| group.into_iter().filter(|&member| member < first).collect())
        .filter(|group: &Vec<usize>| !group.is_empty())
        .collect()
}

/// Articles about other things, of the same weeks and the same states.
fn others(count: u64) -> impl Iterator<Item = Article> {
    (0..count).map(|i| article(10_000 + i, 10_000 + i, 0, &[mix(i) as u32 % 12, mix(i + 1) as u32 % 12, 100 + i as u32], (i % 20) as i32))
}

#[test]
fn a_story_is_one_among_few_and_among_many() {
    for count in [0, 30, 300, 2_500] {
        let story = |number: u64| (0..3).map(move |i| article(10 * number + i, number, 25, &[1, 20 + number as u32], 5 + i as i32 % 2));
        let articles: Vec<Article> = story(1).chain(story(2)).chain(others(count)).collect();
        assert_eq!(stories(&articles, 6), [vec![0, 1, 2], vec![3, 4, 5]], "among {count} others");
    }
}

#[test]
fn two_visits_of_one_guest_are_two_stories() {
    // The same office and name, the same words of visits; another host.
    let visit = |number: u64| (0..3).map(move |i| article(10 * number + i, 7, 18, &[1, 20 + number as u32, 40 + number as u32], 5));
    let articles: Vec<Article> = visit(1).chain(visit(2)).chain(others(500)).collect();
    let together = |articles: &[Article]| stories(articles, 6).len();
    assert_eq!(together(&articles), 2);
    let one = |number: u64| (0..3).map(move |i| article(10 * number + i, 7, 18, &[1, 20, 40], 5));
    assert_eq!(together(&one(1).chain(one(2)).chain(others(500)).collect::<Vec<_>>()), 1);
}

#[test]
fn what_comes_back_weeks_later_is_another_story() {
    let told = |from: u64, day: i32| (from..from + 3).map(move |i| article(i, 1, 25, &[1, 20], day));
    let articles: Vec<Article> = told(0, 1).chain(told(3, 25)).chain(others(300)).collect();
    assert_eq!(stories(&articles, 6), [vec![0, 1, 2], vec![3, 4, 5]]);
}

#[test]
fn articles_that_name_nobody_are_told_apart_by_their_words() {
    let told = |number: u64| (0..3).map(move |i| article(10 * number + i, number, 40, &[], 5));
    let articles: Vec<Article> = told(1).chain(told(2)).chain(others(300)).collect();
    assert_eq!(stories(&articles, 6), [vec![0, 1, 2], vec![3, 4, 5]]);
}
