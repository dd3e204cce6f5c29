//! The words that rooms exchange: what came in, what a button means, what is to be said, how a door delivers it.
//! Nothing here does anything; it only names.

mod action;
mod command;
mod desk;
mod form;
mod incoming;
mod messenger;
mod pair;
mod reply;
mod request;
mod text;

pub use action::{Action, Vote};
pub use command::Command;
pub use desk::{DeskPage, DeskPress, SnoozeFor};
pub use form::FormPress;
pub use incoming::{Chat, ChatKind, Door, FileRef, Incoming, Intake, NotKept, OtherKind, Said, Sender, UpdateId};
pub use messenger::{BoxFuture, Call, Done, Key, Messenger, SendError};
pub use pair::{ConsentPress, MatchPress};
pub use reply::{
    Address, Button, Chart, ChartGroup, ChartTile, Doctor, Message, Place, Post, Reply, Span, Tone, Urgency, Work, WorkDone,
};
pub use request::{Decision, OwnPress};
pub use text::{Arg, Labels, Text};
