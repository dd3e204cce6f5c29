//! `/tag`: words by which the staff sort their leads, shown on the card and found by `/find #word`.

use anyhow::Result;

use super::{super::turn::Turn, refresh_card};
use crate::{domain::LeadId, talk::Text, text, text::fold};

/// Characters of a tag, tags of one command, and tags of a lead.
const LONGEST: usize = 30;
const AT_ONCE: usize = 8;
const MOST: usize = 12;
/// Tags that are told to whoever asks which there are.
const TOLD: i64 = 30;

/// `/tag word word -word`: gives tags and takes them away; alone it tells which there are.
pub async fn command(turn: &mut Turn<'_, '_>, lead: LeadId, rest: &str) -> Result<()> {
    let words: Vec<&str> = rest.split_whitespace().take(AT_ONCE).collect();
    if words.is_empty() {
        let known = turn.tx.tags_in_use(TOLD).await?;
        return turn.say(Text::paragraphs([text!("tag-how"), spoken(&known)])).await;
    }
    for word in words {
        let (typed, has) = word.strip_prefix('-').map_or((word, true), |typed| (typed, false));
        let Some(tag) = tag(typed) else { return turn.say(text!("tag-wrong", word = word, most = number(LONGEST))).await };
        if has && turn.tx.tags_of(lead).await?.len() >= MOST {
            return turn.say(text!("tag-too-many", most = number(MOST))).await;
        }
        turn.tx.tag_lead(lead, &tag, has).await?;
    }
    refresh_card(turn.tx, turn.rooms, lead, turn.at).await?;
    let tags = turn.tx.tags_of(lead).await?;
    let told = if tags.is_empty() { text!("tag-none") } else { spoken(&tags) };
    turn.say(text!("tag-now", number = lead.0, tags = told)).await
}

/// A tag as it is kept: letters, digits and hyphens, folded, so that it is found however it is typed.
pub fn tag(typed: &str) -> Option<String> {
    let tag = fold(typed.trim_start_matches('#'));
    let fits = (1..=LONGEST).contains(&tag.chars().count());
    let reads = tag.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') && !tag.chars().all(|c| c.is_ascii_digit());
    (fits && reads).then_some(tag)
}

/// Tags as they are shown; nothing where there are none.
pub fn spoken(tags: &[String]) -> Text {
    Text::Typed(tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" "))
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
