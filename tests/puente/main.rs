//! The tests of the whole, in one binary so that the big libraries link once.

mod standin;
mod telegram;
