//! The words that rooms exchange: what came in, what a button means, what is to be said, how a door delivers it.
//! Nothing here does anything; it only names.

mod action;
mod command;
mod incoming;
mod messenger;
mod reply;
mod text;

pub use action::{Action, FormPress, Vote};
pub use command::Command;
pub use incoming::{Chat, ChatKind, Door, FileRef, Incoming, Intake, NotKept, OtherKind, Said, Sender, UpdateId};
pub use messenger::{BoxFuture, Call, Done, Key, Messenger, SendError};
pub use reply::{Address, Button, Doctor, Message, Place, Post, Reply, Urgency, Work, WorkDone};
pub use text::{Arg, Labels, Text};
