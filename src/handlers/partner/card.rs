//! A request shown to its owner: for review, after sending, in a list. Every field in the reader's language.

use crate::{
    domain::{
        Budget, Career, Draft, Duration, Funding, Ipr, Kind, Lang, NewRequest, OrgType, Partnership, RequestId, Stage, Step,
        TalentForm,
    },
    handlers::spoken::{excerpt, sector_name},
    matching::Matching,
    talk::Text,
    text,
};

/// Characters of a description, and of each other long text: as many as leave room for the rest in one message.
const EXCERPT: usize = 1200;
const SHORT_EXCERPT: usize = 300;
/// Characters of a changed text that staff are shown, and of what stood unchanged before it.
const CHANGED: usize = 800;
const BEFORE_CHANGE: usize = 60;

/// The lines of a request, one a field, those without an answer left out.
pub fn lines(matching: &Matching, draft: &Draft) -> Text {
    let shown = draft.fields().into_iter().filter_map(|step| {
        let value = value(matching, draft, step, if step == Step::Description { EXCERPT } else { SHORT_EXCERPT })?;
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

/// The lines of what a request tells beyond what every request does, for whoever shows the rest in their own way.
pub fn further_lines(matching: &Matching, request: &NewRequest) -> Vec<Text> {
    use Step as S;
    let usual = [
        S::Organisation,
        S::OrgType,
        S::Country,
        S::Contact,
        S::Sectors,
        S::Partnership,
        S::Languages,
        S::Stage,
        S::Ipr,
        S::Title,
        S::Description,
    ];
    let draft = Draft::amending(RequestId(0), request);
    let further = draft.fields().into_iter().filter(|step| !usual.contains(step));
    further
        .filter_map(|step| {
            Some(text!("review-line", field = field(step), value = value(matching, &draft, step, SHORT_EXCERPT)?))
        })
        .collect()
}

/// The same of a request that was sent.
pub fn sent_lines(matching: &Matching, request: &NewRequest) -> Text {
    lines(matching, &Draft::amending(RequestId(0), request))
}

/// What a field is called.
pub fn field(step: Step) -> Text {
    Text::of_code("field", step.code())
}

/// A field's answer, a long text cut to so many characters; none where there is none.
fn value(matching: &Matching, draft: &Draft, step: Step, most: usize) -> Option<Text> {
    let typed = |value: &Option<String>| value.clone().filter(|value| !value.is_empty()).map(Text::Typed);
    let short = |value: &Option<String>| value.as_deref().map(|words| Text::Typed(excerpt(words, most)));
    let listed = |list: &str, codes: Vec<&str>| {
        (!codes.is_empty()).then(|| Text::listed(codes.into_iter().map(|code| Text::of_code(list, code))))
    };
    let extra = &draft.extra;
    match step {
        Step::Organisation => typed(&draft.organisation),
        Step::OrgType => draft.org_type.map(|item| Text::of_code(OrgType::LIST, item.code())),
        Step::Country => draft.country.map(|item| Text::of_code(crate::domain::Country::LIST, item.code())),
        Step::Sectors if draft.sectors.is_empty() => None,
        Step::Sectors => Some(sectors(matching, &draft.sectors)),
        Step::Title => typed(&draft.title),
        Step::Description => short(&draft.description),
        Step::Stage => draft.stage.map(|item| Text::of_code(Stage::LIST, item.code())),
        Step::Ipr => draft.ipr.map(|item| Text::of_code(Ipr::LIST, item.code())),
        Step::Partnership => listed(Partnership::LIST, draft.partnership.iter().map(|item| item.code()).collect()),
        Step::Languages => listed(Lang::LIST, draft.languages.iter().map(|item| item.code()).collect()),
        Step::Contact => typed(&draft.contact),
        Step::Summary => short(&extra.summary),
        Step::Gist => short(&extra.gist_en),
        Step::Specifics => short(&extra.specifics),
        Step::PartnerRole => short(&extra.partner_role),
        Step::PartnerTypes => listed(OrgType::LIST, extra.partner_types.iter().map(|item| item.code()).collect()),
        Step::Targets => {
            listed(crate::domain::Country::LIST, extra.target_countries.iter().map(|item| item.code()).collect())
        }
        Step::Career => extra.career.map(|item| Text::of_code(Career::LIST, item.code())),
        Step::TalentForm => extra.talent_form.map(|item| Text::of_code(TalentForm::LIST, item.code())),
        Step::Period => extra.period.map(|period| text!("period", from = period.from, until = period.until)),
        Step::Duration => extra.duration.map(|item| Text::of_code(Duration::LIST, item.code())),
        Step::Funding => extra.funding.map(|item| Text::of_code(Funding::LIST, item.code())),
        Step::Call => typed(&extra.call),
        Step::Budget => extra.budget.map(|item| Text::of_code(Budget::LIST, item.code())),
        Step::Keywords if extra.keywords.is_empty() => None,
        Step::Keywords => Some(Text::Typed(extra.keywords.join(", "))),
        Step::Until => extra.until.map(|day| text!("day", date = day)),
        Step::Area | Step::Direction | Step::Consent | Step::Review => None,
    }
}

/// What has changed between two states of a request, one field a line: before and after, long texts from where they differ.
pub fn difference(matching: &Matching, before: &NewRequest, after: &NewRequest) -> Text {
    let (before, after) = (Draft::amending(RequestId(0), before), Draft::amending(RequestId(0), after));
    let nothing = || Text::Typed("—".into());
    Text::lines(after.fields().into_iter().filter_map(|step| {
        let whole = |draft: &Draft| value(matching, draft, step, usize::MAX).unwrap_or_else(nothing);
        let (was, is) = (whole(&before), whole(&after));
        if was == is {
            return None;
        }
        let (was, is) = from_the_difference(was, is);
        Some(text!("staff-changed-field", field = field(step), before = was, after = is))
    }))
}

/// Two texts from shortly before the place where they part, so that a change at the end of a long one is seen.
fn from_the_difference(was: Text, is: Text) -> (Text, Text) {
    let (Text::Typed(was), Text::Typed(is)) = (&was, &is) else { return (was, is) };
    let same = was.chars().zip(is.chars()).take_while(|(a, b)| a == b).count();
    let from = if same > 2 * BEFORE_CHANGE { same - BEFORE_CHANGE } else { 0 };
    let part = |text: &str| {
        let rest: String = text.chars().skip(from).collect();
        let mark = if from > 0 { "…" } else { "" };
        Text::Typed(format!("{mark}{}", excerpt(&rest, CHANGED)))
    };
    (part(was), part(is))
}

/// Sectors by their names.
pub fn sectors(matching: &Matching, leaves: &[String]) -> Text {
    Text::listed(leaves.iter().map(|leaf| sector_name(matching, leaf)))
}
