//! A standing offer or need of an organisation in the directory, as its owner wrote it.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{
    Budget, Flag, Ipr, Kind, Lang, OpportunityId, OrgType, Organisation, OrganisationId, Partnership, Period, Proposal,
    ProposalId, Stage, Targets,
};

/// An offer or a need of the directory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opportunity {
    /// Stable kebab-case name, unique in the directory.
    pub key: String,
    /// Key of the organisation that makes it.
    pub organisation: String,
    pub kind: Kind,
    /// Language of `title` and `summary`.
    pub lang: Lang,
    pub title: String,
    pub summary: String,
    pub gist_en: String,
    /// Leaf ids of the taxonomy, the main one first.
    pub sectors: Vec<String>,
    pub stage: Stage,
    pub ipr: Ipr,
    pub partnership: BTreeSet<Partnership>,
    pub targets: Targets,
    /// Partner types wanted; empty means any.
    pub partner_types: BTreeSet<OrgType>,
    pub languages: BTreeSet<Lang>,
    pub period: Option<Period>,
    pub call: Option<String>,
    pub budget: Option<Budget>,
    pub flags: BTreeSet<Flag>,
    /// The last day on which it holds.
    pub valid_until: Date,
    /// The day on which its owner last confirmed it.
    pub confirmed: Date,
}

impl Opportunity {
    /// What it brings to a match, under the ids that the store gave it and its organisation.
    #[must_use]
    pub fn proposal(&self, id: OpportunityId, organisation: OrganisationId, by: &Organisation) -> Proposal {
        Proposal {
            id: ProposalId::Opportunity(id),
            organisation: Some(organisation),
            kind: self.kind,
            country: by.country,
            targets: self.targets.clone(),
            org_type: by.org_type,
            partner_types: self.partner_types.clone(),
            sectors: self.sectors.clone(),
            lang: self.lang,
            title: self.title.clone(),
            summary: self.summary.clone(),
            gist_en: Some(self.gist_en.clone()),
            stage: self.stage,
            ipr: self.ipr,
            partnership: self.partnership.clone(),
            languages: self.languages.clone(),
            period: self.period,
            call: self.call.clone(),
            budget: self.budget,
            flags: self.flags.clone(),
            open: true,
            valid_until: self.valid_until.tomorrow().ok().map(start_of),
            confirmed_at: start_of(self.confirmed),
        }
    }
}

/// Midnight UTC at the start of a day: a directory speaks in days, and hours do not matter to it.
fn start_of(day: Date) -> Timestamp {
    day.to_zoned(TimeZone::UTC).map_or(Timestamp::MAX, |moment| moment.timestamp())
}
