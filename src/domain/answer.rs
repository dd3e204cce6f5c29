//! An answer put into its field of a draft, or what is wrong with it.

use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::{
    Answered, Area, Budget, Career, Country, Direction, Draft, Duration, Funding, Ipr, LONGEST_KEYWORD, Lang, MOST_KEYWORDS,
    OrgType, Partnership, Period, Reader, Span, Stage, Step, TalentForm, Wrong, days_named, form::Moved, keywords_in,
    period_named,
};

/// What stands in a button that takes over what its owner said of themselves before.
pub const EARLIER: &str = "earlier";
/// One's own language and English, by one tap.
pub const USUAL: &str = "usual";

/// An answer that was typed.
pub(super) fn typed(draft: &mut Draft, text: &str, now: Timestamp, reader: &dyn Reader) -> Result<Moved, Wrong> {
    match draft.at.answered() {
        _ if draft.at == Step::Sectors => sector_named(draft, text, reader),
        Answered::Typed { least, most } => {
            let is = text.chars().count();
            // One Chinese character says about as much as two or three letters.
            let weight = text.chars().map(|c| if ('\u{4e00}'..='\u{9fff}').contains(&c) { 3 } else { 1 }).sum::<usize>();
            if weight < least {
                return Err(Wrong::TooShort { least });
            }
            if is > most {
                return Err(Wrong::TooLong { most, is });
            }
            keep(draft, text, reader)
        }
        Answered::Time => time_named(draft, text, now),
        _ => Err(Wrong::NotAChoice),
    }
}

fn sector_named(draft: &mut Draft, text: &str, reader: &dyn Reader) -> Result<Moved, Wrong> {
    let found: Vec<String> = reader.find(text).into_iter().filter(|leaf| !draft.sectors.contains(leaf)).take(6).collect();
    if found.is_empty() {
        return Err(Wrong::NoSuchSector);
    }
    draft.proposed = found;
    draft.in_sector = None;
    Ok(Moved::Stay)
}

fn keep(draft: &mut Draft, text: &str, reader: &dyn Reader) -> Result<Moved, Wrong> {
    let kept = Some(text.to_owned());
    match draft.at {
        Step::Organisation => draft.organisation = kept,
        Step::Title => draft.title = kept,
        Step::Description => draft.description = kept,
        Step::Contact if !is_contact(text) => return Err(Wrong::NoContact),
        Step::Contact => draft.contact = kept,
        Step::Summary => draft.extra.summary = kept,
        Step::Gist if reader.language(text, Lang::En) != Lang::En => return Err(Wrong::NotEnglish),
        Step::Gist => draft.extra.gist_en = kept,
        Step::Specifics => draft.extra.specifics = kept,
        Step::PartnerRole => draft.extra.partner_role = kept,
        Step::Call => draft.extra.call = kept,
        Step::Keywords => {
            let words = keywords_in(text);
            if words.len() > MOST_KEYWORDS {
                return Err(Wrong::TooMany { most: MOST_KEYWORDS });
            }
            if words.iter().any(|word| word.chars().count() > LONGEST_KEYWORD) {
                return Err(Wrong::KeywordTooLong { most: LONGEST_KEYWORD });
            }
            draft.extra.keywords = words;
        }
        _ => {}
    }
    Ok(Moved::On)
}

fn time_named(draft: &mut Draft, text: &str, now: Timestamp) -> Result<Moved, Wrong> {
    let today = day_of(now);
    match draft.at {
        Step::Period => {
            let period = period_named(text).filter(|period| period.until > today).ok_or(Wrong::NoDate)?;
            draft.extra.period = Some(period);
        }
        _ => {
            let last = days_named(text).into_iter().map(|(_, until)| until).filter(|day| *day > today).max();
            draft.extra.until = Some(last.ok_or(Wrong::NoDate)?);
        }
    }
    Ok(Moved::On)
}

fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// Whether somebody could be reached by this: an address, a number, an account with its service.
fn is_contact(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let mail = text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.ends_with('.'))
    });
    let handle = text.split_whitespace().any(|word| word.len() > 4 && word.starts_with('@'));
    let lower = text.to_lowercase();
    let service = ["wechat", "weixin", "微信", "whatsapp", "telegram", "wx"].iter().any(|name| lower.contains(name));
    mail || handle || digits >= 7 || (service && text.chars().count() > 8)
}

/// A code that was picked.
pub(super) fn picked(draft: &mut Draft, code: &str, now: Timestamp, reader: &dyn Reader) -> Result<Moved, Wrong> {
    match draft.at {
        Step::Area => {
            let area = Area::parse(code).ok_or(Wrong::NotAChoice)?;
            draft.direction = if area.has_two_sides() { None } else { Some(area.kind(Direction::Seeks).direction()) };
            draft.area = Some(area);
            Ok(Moved::On)
        }
        Step::Direction => one(&mut draft.direction, Direction::parse(code)),
        Step::OrgType => one(&mut draft.org_type, OrgType::parse(code)),
        Step::Country => one(&mut draft.country, Country::parse(code)),
        Step::Stage => one(&mut draft.stage, Stage::parse(code)),
        Step::Ipr => one(&mut draft.ipr, Ipr::parse(code)),
        Step::Career => one(&mut draft.extra.career, Career::parse(code)),
        Step::TalentForm => one(&mut draft.extra.talent_form, TalentForm::parse(code)),
        Step::Funding => one(&mut draft.extra.funding, Funding::parse(code)),
        Step::Duration => one(&mut draft.extra.duration, Duration::parse(code)),
        Step::Budget => one(&mut draft.extra.budget, Budget::parse(code)),
        Step::Sectors => sector_picked(draft, code, reader),
        Step::Partnership => toggle(&mut draft.partnership, Partnership::parse(code), 3),
        Step::PartnerTypes => toggle(&mut draft.extra.partner_types, OrgType::parse(code), OrgType::ALL.len()),
        Step::Targets => toggle(&mut draft.extra.target_countries, Country::parse(code), Country::ALL.len()),
        Step::Languages => toggle(&mut draft.languages, Lang::parse(code), Lang::ALL.len()),
        Step::Period | Step::Until => span_picked(draft, Span::parse(code).ok_or(Wrong::NotAChoice)?, now),
        // "Answer me here": the chat itself is the contact.
        Step::Contact if code == "here" => one(&mut draft.contact, Some("Telegram".into())),
        // "I act for myself".
        Step::Organisation if code == "self" => {
            draft.organisation = Some(String::new());
            draft.org_type = Some(OrgType::Individual);
            Ok(Moved::On)
        }
        _ => Err(Wrong::NotAChoice),
    }
}

fn one<T>(place: &mut Option<T>, item: Option<T>) -> Result<Moved, Wrong> {
    *place = Some(item.ok_or(Wrong::NotAChoice)?);
    Ok(Moved::On)
}

fn toggle<T: Ord>(chosen: &mut BTreeSet<T>, item: Option<T>, most: usize) -> Result<Moved, Wrong> {
    let item = item.ok_or(Wrong::NotAChoice)?;
    if !chosen.remove(&item) {
        if chosen.len() >= most {
            return Err(Wrong::TooMany { most });
        }
        chosen.insert(item);
    }
    Ok(Moved::Stay)
}

fn sector_picked(draft: &mut Draft, code: &str, reader: &dyn Reader) -> Result<Moved, Wrong> {
    if reader.is_sector(code) {
        draft.in_sector = Some(code.to_owned());
        draft.proposed.clear();
    } else if !reader.is_leaf(code) {
        return Err(Wrong::NotAChoice);
    } else if let Some(at) = draft.sectors.iter().position(|leaf| leaf == code) {
        draft.sectors.remove(at);
    } else if draft.sectors.len() >= 3 {
        return Err(Wrong::TooMany { most: 3 });
    } else {
        draft.sectors.push(code.to_owned());
    }
    Ok(Moved::Stay)
}

fn span_picked(draft: &mut Draft, span: Span, now: Timestamp) -> Result<Moved, Wrong> {
    let from = day_of(now);
    let until = from.checked_add(span.months().months()).map_err(|_| Wrong::NoDate)?;
    match draft.at {
        Step::Period => draft.extra.period = Some(Period { from, until }),
        _ => draft.extra.until = Some(until),
    }
    Ok(Moved::On)
}

/// Takes over by one tap what its owner said of themselves before, or would probably say.
pub(super) fn taken_over(draft: &mut Draft, code: &str, lang: Lang) -> Option<Moved> {
    let earlier = draft.earlier.clone().filter(|_| code == EARLIER);
    match (draft.at, earlier) {
        (Step::Organisation, Some(earlier)) => {
            draft.organisation = Some(earlier.organisation);
            draft.org_type = Some(earlier.org_type);
            draft.country = Some(earlier.country);
        }
        (Step::Languages, Some(earlier)) => draft.languages = earlier.languages,
        (Step::Contact, Some(earlier)) => draft.contact = Some(earlier.contact),
        (Step::Languages, None) if code == USUAL => draft.languages = BTreeSet::from([lang, Lang::En]),
        _ => return None,
    }
    Some(Moved::On)
}
