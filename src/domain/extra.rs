//! The fields of a request that only some kinds have or only some owners tell. Each may be absent: what nobody said is
//! unknown, not false.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Budget, Career, Country, Duration, Funding, OrgType, Period, Step, TalentForm, Targets, days_named};

/// Keywords of a request, at most, and the characters of each.
pub const MOST_KEYWORDS: usize = 5;
pub const LONGEST_KEYWORD: usize = 40;

/// What a request may tell beyond what is asked of every hurried owner.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Extra {
    pub summary: Option<String>,
    /// One short gist in English, the bridge between languages.
    pub gist_en: Option<String>,
    /// What is better about an offer; what exactly is needed of a request.
    pub specifics: Option<String>,
    /// Partner types wanted; empty means any.
    pub partner_types: BTreeSet<OrgType>,
    /// What the partner should do.
    pub partner_role: Option<String>,
    /// Countries wanted; empty means any but one's own.
    pub target_countries: BTreeSet<Country>,
    pub career: Option<Career>,
    pub talent_form: Option<TalentForm>,
    pub period: Option<Period>,
    pub duration: Option<Duration>,
    pub funding: Option<Funding>,
    /// A call for proposals, as its owner wrote it; a day in it is its deadline.
    pub call: Option<String>,
    pub budget: Option<Budget>,
    pub keywords: Vec<String>,
    /// The last day on which it holds, where the owner named one.
    pub until: Option<Date>,
}

impl Extra {
    /// Whether the step has its answer here.
    #[must_use]
    pub fn has(&self, step: Step) -> bool {
        match step {
            Step::Summary => self.summary.is_some(),
            Step::Gist => self.gist_en.is_some(),
            Step::Specifics => self.specifics.is_some(),
            Step::PartnerTypes => !self.partner_types.is_empty(),
            Step::PartnerRole => self.partner_role.is_some(),
            Step::Targets => !self.target_countries.is_empty(),
            Step::Career => self.career.is_some(),
            Step::TalentForm => self.talent_form.is_some(),
            Step::Period => self.period.is_some(),
            Step::Duration => self.duration.is_some(),
            Step::Funding => self.funding.is_some(),
            Step::Call => self.call.is_some(),
            Step::Budget => self.budget.is_some(),
            Step::Keywords => !self.keywords.is_empty(),
            Step::Until => self.until.is_some(),
            _ => false,
        }
    }

    /// Takes the step's answer back.
    pub fn clear(&mut self, step: Step) {
        match step {
            Step::Summary => self.summary = None,
            Step::Gist => self.gist_en = None,
            Step::Specifics => self.specifics = None,
            Step::PartnerTypes => self.partner_types.clear(),
            Step::PartnerRole => self.partner_role = None,
            Step::Targets => self.target_countries.clear(),
            Step::Career => self.career = None,
            Step::TalentForm => self.talent_form = None,
            Step::Period => self.period = None,
            Step::Duration => self.duration = None,
            Step::Funding => self.funding = None,
            Step::Call => self.call = None,
            Step::Budget => self.budget = None,
            Step::Keywords => self.keywords.clear(),
            Step::Until => self.until = None,
            _ => {}
        }
    }

    /// The countries in which a partner is wanted.
    #[must_use]
    pub fn targets(&self) -> Targets {
        if self.target_countries.is_empty() { Targets::Abroad } else { Targets::Only(self.target_countries.clone()) }
    }

    /// The day on which the call closes, if its owner wrote one: the last that is named.
    #[must_use]
    pub fn deadline(&self) -> Option<Date> {
        // A year alone is part of the call's name.
        let day = |(from, until): (Date, Date)| (until != from.last_of_year() || from.month() == 12).then_some(until);
        days_named(self.call.as_deref()?).into_iter().filter_map(day).max()
    }
}

/// Keywords as they are typed: between commas, semicolons or line breaks of any script.
#[must_use]
pub fn keywords_in(typed: &str) -> Vec<String> {
    let words = typed.split([',', '，', '、', ';', '；', '\n']).map(str::trim);
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
