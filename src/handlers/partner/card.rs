//! A request shown to its owner: for review, after sending, in a list. Every field in the reader's language.

use crate::{
    domain::{Draft, Ipr, Kind, Lang, NewRequest, OrgType, Partnership, RequestId, Stage, Step},
    handlers::spoken::{excerpt, sector_name},
    matching::Matching,
    talk::Text,
    text,
};

/// Characters of a description: as many as leave room for the rest in one message.
const EXCERPT: usize = 1500;

/// The lines of a request, one a field, those without an answer left out.
pub fn lines(matching: &Matching, draft: &Draft) -> Text {
    let asked = draft.steps();
    let shown = asked.into_iter().filter(|step| step.is_field()).filter_map(|step| {
        let value = value(matching, draft, step)?;
        Some(text!("review-line", field = field(step), value = value))
    });
    let kind = draft
        .kind()
        .map(|kind| text!("review-line", field = text!("field-kind"), value = Text::of_code(Kind::LIST, kind.code())));
    let files = (!draft.files.is_empty()).then(|| {
        let names = Text::listed(draft.files.iter().map(|file| Text::Typed(file.name.clone())));
        text!("review-line", field = text!("field-files"), value = names)
    });
    Text::lines(kind.into_iter().chain(shown).chain(files))
}

/// The same of a request that was sent.
pub fn sent_lines(matching: &Matching, request: &NewRequest) -> Text {
    lines(matching, &Draft::amending(RequestId(0), request))
}

/// What a field is called.
pub fn field(step: Step) -> Text {
    Text::of_code("field", step.code())
}

/// A field's answer, or none where there is none.
fn value(matching: &Matching, draft: &Draft, step: Step) -> Option<Text> {
    let typed = |value: &Option<String>| value.clone().filter(|value| !value.is_empty()).map(Text::Typed);
    match step {
        Step::Organisation => typed(&draft.organisation),
        Step::OrgType => draft.org_type.map(|item| Text::of_code(OrgType::LIST, item.code())),
        Step::Country => draft.country.map(|item| Text::of_code(crate::domain::Country::LIST, item.code())),
        Step::Sectors if draft.sectors.is_empty() => None,
        Step::Sectors => Some(sectors(matching, &draft.sectors)),
        Step::Title => typed(&draft.title),
        Step::Description => typed(&draft.description.as_deref().map(|words| excerpt(words, EXCERPT))),
        Step::Stage => draft.stage.map(|item| Text::of_code(Stage::LIST, item.code())),
        Step::Ipr => draft.ipr.map(|item| Text::of_code(Ipr::LIST, item.code())),
        Step::Partnership if draft.partnership.is_empty() => None,
        Step::Partnership => {
            Some(Text::listed(draft.partnership.iter().map(|item| Text::of_code(Partnership::LIST, item.code()))))
        }
        Step::Languages if draft.languages.is_empty() => None,
        Step::Languages => Some(Text::listed(draft.languages.iter().map(|item| Text::of_code(Lang::LIST, item.code())))),
        Step::Contact => typed(&draft.contact),
        Step::Area | Step::Direction | Step::Consent | Step::Review => None,
    }
}

/// What has changed between two states of a request, one field a line: before and after, long texts cut.
pub fn difference(matching: &Matching, before: &NewRequest, after: &NewRequest) -> Text {
    let (before, after) = (Draft::amending(RequestId(0), before), Draft::amending(RequestId(0), after));
    let short = |draft: &Draft, step: Step| match step {
        Step::Description => draft.description.as_ref().map(|words| Text::Typed(words.chars().take(800).collect())),
        step => value(matching, draft, step),
    };
    Text::lines(after.steps().into_iter().filter(|step| step.is_field()).filter_map(|step| {
        let (was, is) = (short(&before, step), short(&after, step));
        (was != is).then(|| {
            let nothing = || Text::Typed("—".into());
            text!(
                "staff-changed-field",
                field = field(step),
                before = was.unwrap_or_else(nothing),
                after = is.unwrap_or_else(nothing)
            )
        })
    }))
}

/// Sectors by their names.
pub fn sectors(matching: &Matching, leaves: &[String]) -> Text {
    Text::listed(leaves.iter().map(|leaf| sector_name(matching, leaf)))
}
