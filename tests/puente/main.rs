//! One binary for all integration tests, so that the large libraries link once.

mod content;
mod faq;
mod matching;
