//! The same done to each of many things, on every processor.

use std::panic::resume_unwind;
use std::thread;

/// What `each` makes of all, in their order.
pub(crate) fn spread<T: Sync, R: Send>(all: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let share = all.len().div_ceil(thread::available_parallelism().map_or(1, usize::from)).max(1);
    let each = &each;
    thread::scope(|scope| {
        let threads: Vec<_> = all.chunks(share).map(|share| scope.spawn(move || share.iter().map(each).collect::<Vec<R>>())).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}
