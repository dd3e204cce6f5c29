//! `/export`: requests or leads as a table for the staff chat, without the columns that say who somebody is.

use anyhow::Result;

use crate::{
    domain::{Contacts, Exported, Role, TableFormat},
    handlers::turn::Turn,
    talk::{Action, Button, ChatKind, Message, Place, Post, Reply, Text},
    text,
};

/// The shapes that are offered: one for a spreadsheet, one for a program.
const OFFERED: [TableFormat; 2] = [TableFormat::Xlsx, TableFormat::Csv];

/// `/export leads csv`. What is not said is asked, or the spreadsheet's own shape.
pub async fn asked(turn: &mut Turn<'_, '_>, rest: &str) -> Result<()> {
    let mut words = rest.split_whitespace().map(str::to_lowercase);
    let what = words.next().and_then(|word| Exported::parse(&word));
    let format = words.next().map_or(Some(OFFERED[0]), |word| TableFormat::parse(&word));
    match (what, format, words.next()) {
        (Some(what), Some(format), None) => export(turn, what, format).await,
        _ => which(turn).await,
    }
}

/// Puts the table into the outbox and notes who asked for it. The right is checked here, whoever pressed.
pub async fn export(turn: &mut Turn<'_, '_>, what: Exported, format: TableFormat) -> Result<()> {
    if turn.role == Role::Partner {
        return turn.refuse("export").await;
    }
    if turn.chat.kind != ChatKind::Group {
        // A private chat goes on after its owner has left the staff.
        return turn.say(text!("export-in-group")).await;
    }
    turn.tx.note_export(what.code(), format, Contacts::Left, Some(turn.person), turn.at).await?;
    turn.post(&Reply::now(Place::Chat(turn.here), Post::Export { what, format })).await
}

async fn which(turn: &mut Turn<'_, '_>) -> Result<()> {
    let button = |what: Exported, format: TableFormat| {
        let name = Text::Typed(format.code().to_uppercase());
        let label = match what {
            Exported::Requests => text!("button-export-requests", format = name),
            Exported::Leads => text!("button-export-leads", format = name),
        };
        Button::new(label, Action::Export { what, format })
    };
    let row = |what| OFFERED.map(|format| button(what, format));
    turn.say(Message::new(text!("export-which")).row(row(Exported::Requests)).row(row(Exported::Leads))).await
}
