//! The FAQ by category, for those who would rather look than ask.

use anyhow::Result;

use super::ask::entry_button;
use crate::{
    domain::Lang,
    faq::Category,
    handlers::turn::Turn,
    talk::{Action, Button, Message, Text},
    text,
};

/// Entries on a page: what a phone shows without scrolling.
const PAGE: usize = 6;

/// All categories, in the place of an earlier message where there is one.
pub async fn categories(turn: &mut Turn<'_, '_>, of: Option<i64>) -> Result<()> {
    let mut message = Message::new(text!("browse-categories"));
    for pair in turn.rooms.faq.categories().chunks(2) {
        message = message.row(pair.iter().map(|(category, count)| {
            let label = text!("browse-category", name = name(*category), count = i64::try_from(*count).unwrap_or(i64::MAX));
            Button::new(label, Action::BrowseCategory { category: category.code().into(), page: 0 })
        }));
    }
    show(turn, message, of).await
}

/// A page of one category.
pub async fn category(turn: &mut Turn<'_, '_>, code: &str, page: u16, of: i64) -> Result<()> {
    let Some(category) = Category::parse(code) else { return categories(turn, Some(of)).await };
    let entries = turn.rooms.faq.in_category(category);
    let pages = entries.len().div_ceil(PAGE).max(1);
    let page = usize::from(page).min(pages - 1);
    let lang: Lang = turn.lang;
    let shown = entries.iter().skip(page * PAGE).take(PAGE).filter_map(|entry| entry_button(lang, entry, None));
    let (at, all) = (i64::try_from(page + 1).unwrap_or(1), i64::try_from(pages).unwrap_or(1));
    let title = text!("browse-title", name = name(category), page = at, pages = all);
    let to = |page: usize| Action::BrowseCategory { category: code.to_owned(), page: u16::try_from(page).unwrap_or(0) };
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(Button::new(text!("button-page-before"), to(page - 1)));
    }
    turns.push(Button::new(text!("button-categories"), Action::Browse));
    if page + 1 < pages {
        turns.push(Button::new(text!("button-page-after"), to(page + 1)));
    }
    show(turn, Message::new(title).column(shown).row(turns), Some(of)).await
}

async fn show(turn: &mut Turn<'_, '_>, message: Message, of: Option<i64>) -> Result<()> {
    match of {
        Some(of) => turn.edit(of, message).await,
        None => turn.say(message).await,
    }
}

fn name(category: Category) -> Text {
    Text::of_code(Category::LIST, category.code())
}
