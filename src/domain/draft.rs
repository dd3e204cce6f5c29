//! A request while its owner fills it in: the answers so far, and what is still open.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Attachment, CONSENT_VERSION, Consent, Country, Direction, Extra, Ipr, Kind, Lang, Need, NewRequest, OrgType,
    Partnership, RequestId, Stage, Step, asked_of, code_list,
};

/// Version of the saved form; a draft of a version that no longer reads begins anew, kindly.
pub const DRAFT_VERSION: u8 = 1;
/// A draft is reminded of after this many hours without a word.
pub const REMIND_AFTER_HOURS: [i64; 2] = [24, 24 * 7];
/// A draft is erased after this many days without a word.
pub const ERASE_AFTER_DAYS: i64 = 30;

code_list! {
    /// The field of cooperation, the first thing asked.
    Area, "area" {
        Technology = "technology", Results = "results", Research = "research", Talent = "talent", Business = "business",
        Training = "training", Investment = "investment", Event = "event", Consultation = "consultation",
    }
}

impl Area {
    /// The kind of request when this side offers, and when it seeks; the same where there is only one.
    #[must_use]
    pub fn kind(self, direction: Direction) -> Kind {
        let (offers, seeks) = match self {
            Self::Technology => (Kind::TechnologyOffer, Kind::TechnologyRequest),
            Self::Results => (Kind::ResultOffer, Kind::ResultOffer),
            Self::Research => (Kind::ResearchPartner, Kind::ResearchPartner),
            Self::Talent => (Kind::TalentHost, Kind::TalentSeeker),
            Self::Business => (Kind::BusinessOffer, Kind::BusinessRequest),
            Self::Training => (Kind::TrainingOffer, Kind::TrainingRequest),
            Self::Investment => (Kind::Investor, Kind::InvestmentSought),
            Self::Event => (Kind::EventMeeting, Kind::EventMeeting),
            Self::Consultation => (Kind::Consultation, Kind::Consultation),
        };
        if direction == Direction::Offers { offers } else { seeks }
    }

    /// Whether there is a direction to ask for.
    #[must_use]
    pub fn has_two_sides(self) -> bool {
        self.kind(Direction::Offers) != self.kind(Direction::Seeks)
    }
}

/// What a person's next request will probably have in common with their last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    pub organisation: String,
    pub org_type: OrgType,
    pub country: Country,
    pub languages: BTreeSet<Lang>,
    pub contact: String,
}

/// The answers so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub version: u8,
    /// The question that is open.
    pub at: Step,
    /// Opened from the review: the answer leads back there.
    pub editing: bool,
    /// Bad answers to the open question.
    pub tries: u8,
    /// The open question shows the other half of its list.
    pub more: bool,
    /// The sector whose leaves are shown.
    pub in_sector: Option<String>,
    /// Leaves proposed from what was typed, to be confirmed by a tap.
    pub proposed: Vec<String>,
    pub area: Option<Area>,
    pub direction: Option<Direction>,
    pub organisation: Option<String>,
    pub org_type: Option<OrgType>,
    pub country: Option<Country>,
    pub sectors: Vec<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub stage: Option<Stage>,
    pub ipr: Option<Ipr>,
    pub partnership: BTreeSet<Partnership>,
    pub languages: BTreeSet<Lang>,
    pub contact: Option<String>,
    /// What only some kinds have, or only some owners tell.
    #[serde(default)]
    pub extra: Extra,
    pub files: Vec<Attachment>,
    pub consent: Option<Consent>,
    /// What the owner said of themselves in an earlier request, to be taken over by a tap.
    #[serde(default)]
    pub earlier: Option<Earlier>,
    /// The sent request that this draft changes.
    pub amends: Option<RequestId>,
}

impl Draft {
    /// A new draft at its first question.
    #[must_use]
    pub fn new() -> Self {
        Self {
            version: DRAFT_VERSION,
            at: Step::Area,
            editing: false,
            tries: 0,
            more: false,
            in_sector: None,
            proposed: Vec::new(),
            area: None,
            direction: None,
            organisation: None,
            org_type: None,
            country: None,
            sectors: Vec::new(),
            title: None,
            description: None,
            stage: None,
            ipr: None,
            partnership: BTreeSet::new(),
            languages: BTreeSet::new(),
            contact: None,
            extra: Extra::default(),
            files: Vec::new(),
            consent: None,
            earlier: None,
            amends: None,
        }
    }

    /// A draft that changes a request which was sent, open at its review.
    #[must_use]
    pub fn amending(id: RequestId, sent: &NewRequest) -> Self {
        let area = Area::ALL.iter().copied().find(|area| area.kind(sent.kind.direction()) == sent.kind);
        Self {
            at: Step::Review,
            area: area.or_else(|| Area::ALL.iter().copied().find(|area| area.kind(Direction::Offers) == sent.kind)),
            direction: Some(sent.kind.direction()),
            organisation: Some(sent.organisation.clone()),
            org_type: Some(sent.org_type),
            country: Some(sent.country),
            sectors: sent.sectors.clone(),
            title: Some(sent.title.clone()),
            description: Some(sent.description.clone()),
            stage: Some(sent.stage),
            ipr: Some(sent.ipr),
            partnership: sent.partnership.clone(),
            languages: sent.languages.clone(),
            contact: Some(sent.contact.clone()),
            extra: sent.extra.clone(),
            files: sent.files.clone(),
            consent: Some(sent.consent.clone()),
            amends: Some(id),
            ..Self::new()
        }
    }

    /// The kind, once area and direction are told.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        let area = self.area?;
        match self.direction {
            Some(direction) => Some(area.kind(direction)),
            None if area.has_two_sides() => None,
            None => Some(area.kind(Direction::Seeks)),
        }
    }

    /// Every step of this draft in order, as far as it can be known.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let mut steps = vec![Step::Area];
        if self.area.is_some_and(Area::has_two_sides) {
            steps.push(Step::Direction);
        }
        if self.kind().is_some() {
            steps.extend(self.asked().filter(|(_, need)| *need != Need::Detail).map(|(step, _)| step));
            steps.extend([Step::Consent, Step::Review]);
        }
        steps
    }

    fn asked(&self) -> impl Iterator<Item = (Step, Need)> {
        self.kind().map(asked_of).into_iter().flatten()
    }

    /// What may be told beyond what is asked, in order.
    #[must_use]
    pub fn details(&self) -> Vec<Step> {
        self.asked().filter(|(_, need)| *need == Need::Detail).map(|(step, _)| step).collect()
    }

    /// Every field that this kind has.
    #[must_use]
    pub fn fields(&self) -> Vec<Step> {
        self.steps().into_iter().filter(|step| step.is_field()).chain(self.details()).collect()
    }

    /// Whether the step may be left out.
    #[must_use]
    pub fn may_skip(&self, step: Step) -> bool {
        self.asked().any(|(known, need)| known == step && need != Need::Required)
    }

    /// The open question's place from 1, and how many there are, for "3 of 12".
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let steps = self.steps();
        let at = steps.iter().position(|step| *step == self.at).unwrap_or(0) + 1;
        (at, steps.len().max(if self.kind().is_some() { 0 } else { 12 }))
    }

    /// Whether the step has its answer.
    #[must_use]
    pub fn has(&self, step: Step) -> bool {
        match step {
            Step::Area => self.area.is_some(),
            Step::Direction => self.direction.is_some(),
            Step::Organisation => self.organisation.is_some(),
            Step::OrgType => self.org_type.is_some(),
            Step::Country => self.country.is_some(),
            Step::Sectors => !self.sectors.is_empty(),
            Step::Title => self.title.is_some(),
            Step::Description => self.description.is_some(),
            Step::Stage => self.stage.is_some(),
            Step::Ipr => self.ipr.is_some(),
            Step::Partnership => !self.partnership.is_empty(),
            Step::Languages => !self.languages.is_empty(),
            Step::Contact => self.contact.is_some(),
            Step::Consent => self.consent.as_ref().is_some_and(|consent| consent.version == CONSENT_VERSION),
            Step::Review => false,
            step => self.extra.has(step),
        }
    }

    /// The first question without an answer.
    #[must_use]
    pub fn first_open(&self) -> Step {
        self.steps().into_iter().find(|step| !self.has(*step)).unwrap_or(Step::Review)
    }

    /// The whole request, written in this language, or none while an answer is missing. It is not flagged yet.
    #[must_use]
    pub fn complete(&self, lang: Lang) -> Option<NewRequest> {
        if self.first_open() != Step::Review {
            return None;
        }
        Some(NewRequest {
            kind: self.kind()?,
            organisation: self.organisation.clone().unwrap_or_default(),
            org_type: self.org_type.unwrap_or(OrgType::Individual),
            country: self.country?,
            sectors: self.sectors.clone(),
            title: self.title.clone()?,
            description: self.description.clone()?,
            stage: self.stage.unwrap_or(Stage::Unknown),
            ipr: self.ipr.unwrap_or(Ipr::Unknown),
            partnership: self.partnership.clone(),
            languages: if self.languages.is_empty() { BTreeSet::from([lang]) } else { self.languages.clone() },
            contact: self.contact.clone()?,
            extra: self.extra.clone(),
            flags: BTreeSet::new(),
            files: self.files.clone(),
            lang,
            consent: self.consent.clone()?,
        })
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self::new()
    }
}
