//! The four catalogues in step with each other and with the code.

use std::collections::{BTreeMap, BTreeSet};

use puente::{
    domain::{
        AgreementKind, Area, Budget, Career, ConsentKind, Country, Course, Duration, EndReason, Flag, Funding, Happening,
        Hint, Ipr, Kind, Lang, LeadState, MatchState, NoAgreement, OrgType, Partnership, Reason, RequestState, SideStanding,
        Span, Stage, Step, TalentForm,
        matching::{Cap, Gate, PartKind},
    },
    faq::Category,
    i18n,
    replies::Variable,
    talk::{Command, Decision, OtherKind, OwnPress, SnoozeFor},
};

#[test]
fn the_same_messages_with_the_same_arguments_in_every_language() {
    let problems: Vec<String> = i18n::check().iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Ids made from codes.
fn made_ids() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut list = |name: &str, codes: Vec<&'static str>| ids.extend(codes.into_iter().map(|code| format!("{name}-{code}")));
    list(Area::LIST, Area::ALL.iter().map(|item| item.code()).collect());
    list(Kind::LIST, Kind::ALL.iter().map(|item| item.code()).collect());
    list(Stage::LIST, Stage::ALL.iter().map(|item| item.code()).collect());
    list(Ipr::LIST, Ipr::ALL.iter().map(|item| item.code()).collect());
    list(Partnership::LIST, Partnership::ALL.iter().map(|item| item.code()).collect());
    list(OrgType::LIST, OrgType::ALL.iter().map(|item| item.code()).collect());
    list(Country::LIST, Country::ALL.iter().map(|item| item.code()).collect());
    list(Lang::LIST, Lang::ALL.iter().map(|item| item.code()).collect());
    list("own-name", Lang::ALL.iter().map(|item| item.code()).collect());
    list(LeadState::LIST, LeadState::ALL.iter().map(|item| item.code()).collect());
    list(RequestState::LIST, RequestState::ALL.iter().map(|item| item.code()).collect());
    list("request-means", RequestState::ALL.iter().map(|item| item.code()).collect());
    list(Career::LIST, Career::ALL.iter().map(|item| item.code()).collect());
    list(TalentForm::LIST, TalentForm::ALL.iter().map(|item| item.code()).collect());
    list(Duration::LIST, Duration::ALL.iter().map(|item| item.code()).collect());
    list(Span::LIST, Span::ALL.iter().map(|item| item.code()).collect());
    list(Funding::LIST, Funding::ALL.iter().map(|item| item.code()).collect());
    list(Budget::LIST, Budget::ALL.iter().map(|item| item.code()).collect());
    list(Flag::LIST, Flag::ALL.iter().map(|item| item.code()).collect());
    list(Hint::LIST, Hint::ALL.iter().map(|item| item.code()).collect());
    list(Reason::LIST, Reason::ALL.iter().map(|item| item.code()).collect());
    list(OwnPress::LIST, OwnPress::ALL.iter().map(|item| item.code()).collect());
    list(Decision::LIST, Decision::ALL.iter().map(|item| item.code()).collect());
    list("ask-specifics", vec!["offers", "seeks"]);
    list(Category::LIST, Category::ALL.iter().map(|item| item.code()).collect());
    list(Command::LIST, Command::ALL.iter().map(|item| item.code()).collect());
    list(OtherKind::LIST, OtherKind::ALL.iter().map(|item| item.code()).collect());
    list(Cap::LIST, Cap::ALL.iter().map(|item| item.code()).collect());
    list(Gate::LIST, Gate::ALL.iter().map(|item| item.code()).collect());
    list(PartKind::LIST, PartKind::ALL.iter().map(|item| item.code()).collect());
    list(MatchState::LIST, MatchState::ALL.iter().map(|item| item.code()).collect());
    list(SideStanding::LIST, SideStanding::ALL.iter().map(|item| item.code()).collect());
    list(EndReason::LIST, EndReason::DISMISS.iter().chain(EndReason::DECLINE).map(|item| item.code()).collect());
    list(Course::LIST, Course::ALL.iter().map(|item| item.code()).collect());
    let told = |course: &&Course| !matches!(course, Course::Assigned | Course::Stalled);
    list("button-course", Course::ALL.iter().filter(told).map(|item| item.code()).collect());
    list(AgreementKind::LIST, AgreementKind::ALL.iter().map(|item| item.code()).collect());
    list(NoAgreement::LIST, NoAgreement::ALL.iter().map(|item| item.code()).collect());
    list(ConsentKind::LIST, ConsentKind::ALL.iter().map(|item| item.code()).collect());
    list(SnoozeFor::LIST, SnoozeFor::ALL.iter().map(|item| item.code()).collect());
    list(Variable::LIST, Variable::ALL.iter().map(|item| item.code()).collect());
    list(Happening::LIST, Happening::ALL.iter().map(|item| item.code()).collect());
    list("stats", vec!["waiting", "taken", "late", "age", "answers", "funnel", "kind", "sector", "language"]);
    list("stats-age", vec!["day", "three-days", "week", "longer"]);
    list("stats-answers", vec!["in-time", "late"]);
    list("stats-funnel", vec!["sent", "taken", "answered", "matched", "introduced", "agreed"]);
    list("field", Step::ALL.iter().filter(|step| step.is_field()).map(|step| step.code()).collect());
    list("ask-direction", Area::ALL.iter().filter(|area| area.has_two_sides()).map(|area| area.code()).collect());
    list("ask-consultation", vec!["title", "desc"]);
    let asked = |step: &&Step| !matches!(step, Step::Direction | Step::Specifics | Step::Consent | Step::Review);
    list("ask", Step::ALL.iter().filter(asked).map(|step| step.code()).collect());
    list("example", vec!["org", "title", "desc", "contact"]);
    ids.insert("date".into());
    ids
}

/// Ids in the code, each with the arguments of its first use.
fn written_ids() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (file, source) in super::sources::all() {
        if file.contains("/talk/") {
            continue;
        }
        for (at, _) in source.match_indices("text!(") {
            let call = balanced(&source[at + "text!(".len()..]);
            let call = call.trim_start();
            let Some(id) = call.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
            found.entry(id.to_owned()).or_insert_with(|| arguments(call));
        }
    }
    found
}

/// The text up to the bracket that closes it.
fn balanced(text: &str) -> &str {
    let mut depth = 1;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '{' if !quoted => depth += 1,
            ')' | '}' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}

/// The names before `=` at the outermost level.
fn arguments(call: &str) -> BTreeSet<String> {
    let mut depth = 0;
    let mut quoted = false;
    let mut word = String::new();
    let mut names = BTreeSet::new();
    let chars: Vec<char> = call.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        match c {
            '"' => quoted = !quoted,
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth -= 1,
            '=' if depth == 0 && !quoted && chars.get(at + 1) != Some(&'=') && chars.get(at + 1) != Some(&'>') => {
                names.insert(word.trim().to_owned());
                word.clear();
            }
            ',' if depth == 0 => word.clear(),
            _ => {}
        }
        if depth == 0 && (c.is_alphanumeric() || *c == '_') {
            word.push(*c);
        }
    }
    names
}

#[test]
fn every_id_in_the_code_has_words_and_no_words_are_orphaned() {
    let spoken = i18n::messages(Lang::En).unwrap();
    let written = written_ids();
    let made = made_ids();
    let mut wrong = Vec::new();
    for (id, arguments) in &written {
        match spoken.get(id) {
            None => wrong.push(format!("{id} has no words")),
            Some(takes) if takes != arguments => wrong.push(format!("{id} takes {takes:?} and is given {arguments:?}")),
            Some(_) => {}
        }
    }
    wrong.extend(made.iter().filter(|id| !spoken.contains_key(*id)).map(|id| format!("{id} has no words")));
    let orphans = spoken.keys().filter(|id| !written.contains_key(*id) && !made.contains(*id));
    wrong.extend(orphans.map(|id| format!("{id} is never said")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
