//! Puente's behaviour as people meet it, in one binary so that the big libraries link once.

mod matching;
