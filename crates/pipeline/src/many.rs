//! Reading many articles on several threads.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use suquan_extract::Article;

use crate::{Hints, Reader, Reading};

/// Reads `articles` on `jobs` threads and gives `keep` of each reading, in the order of the articles, whatever the number of threads.
///
/// `keep` runs on the reading's thread, so that what is not kept is freed at once; `done` is told after each article.
pub fn read_all<T: Send>(
    reader: &Reader,
    articles: Vec<Article>,
    hints: &Hints,
    jobs: usize,
    keep: impl Fn(Reading) -> T + Sync,
    done: impl Fn() + Sync,
) -> Vec<T> {
    let slots: Vec<Mutex<Slot<T>>> = articles.into_iter().map(|article| Mutex::new(Slot::Waiting(Box::new(article)))).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(slot) = slots.get(next.fetch_add(1, Ordering::Relaxed)) {
            // Each slot is taken once, so the locks are never contended, nor held when a reading panics.
            let taken = slot.lock().map(|mut slot| std::mem::replace(&mut *slot, Slot::Taken));
            if let Ok(Slot::Waiting(article)) = taken {
                let kept = keep(reader.read(*article, hints));
                if let Ok(mut slot) = slot.lock() {
                    *slot = Slot::Done(kept);
                }
                done();
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..jobs.max(1).min(slots.len()) {
            scope.spawn(work);
        }
        work();
    });
    let finished = |slot: Mutex<Slot<T>>| match slot.into_inner() {
        Ok(Slot::Done(kept)) => Some(kept),
        _ => None,
    };
    slots.into_iter().filter_map(finished).collect()
}

/// An article's way over the threads.
enum Slot<T> {
    Waiting(Box<Article>),
    Taken,
    Done(T),
}
