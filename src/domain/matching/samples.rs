//! Proposals for the tests of the rules: one pair that fits in everything, and any pair at all.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::Sectors;
use crate::domain::{
    Budget, Country, Flag, Ipr, Kind, Lang, OrgType, OrganisationId, Partnership, Proposal, ProposalId, RequestId, Stage,
    Targets,
};

/// A taxonomy whose leaves carry their sector before the slash; a and b are neighbours.
pub struct Sample;

impl Sectors for Sample {
    fn sector_of(&self, leaf: &str) -> Option<&str> {
        ["a", "b", "c"].into_iter().find(|sector| leaf.starts_with(sector))
    }

    fn neighbours(&self, a: &str, b: &str) -> bool {
        matches!((a, b), ("a", "b") | ("b", "a"))
    }
}

pub fn now() -> Timestamp {
    Timestamp::from_second(1_790_000_000).expect("within range")
}

/// A Chilean university that looks for a technology.
pub fn need() -> Proposal {
    Proposal {
        id: ProposalId::Request(RequestId(1)),
        organisation: Some(OrganisationId(1)),
        kind: Kind::TechnologyRequest,
        country: Country::Cl,
        targets: Targets::Abroad,
        org_type: OrgType::University,
        partner_types: BTreeSet::from([OrgType::Large]),
        sectors: vec!["a/lithium".to_owned()],
        lang: Lang::Es,
        title: String::new(),
        summary: String::new(),
        gist_en: None,
        stage: Stage::LabTested,
        ipr: Ipr::Unknown,
        partnership: BTreeSet::from([Partnership::Licence]),
        languages: BTreeSet::from([Lang::Es, Lang::En]),
        period: None,
        call: None,
        budget: None,
        flags: BTreeSet::new(),
        open: true,
        valid_until: None,
        confirmed_at: now(),
    }
}

/// A Chinese company that offers exactly that.
pub fn offer() -> Proposal {
    Proposal {
        id: ProposalId::Request(RequestId(2)),
        organisation: Some(OrganisationId(2)),
        kind: Kind::TechnologyOffer,
        country: Country::Cn,
        org_type: OrgType::Large,
        partner_types: BTreeSet::from([OrgType::University]),
        lang: Lang::Zh,
        ipr: Ipr::Granted,
        languages: BTreeSet::from([Lang::Zh, Lang::En]),
        ..need()
    }
}

fn some_of<T: std::fmt::Debug + Clone + Ord + 'static>(all: &'static [T]) -> impl Strategy<Value = BTreeSet<T>> {
    prop::sample::subsequence(all, 0..=all.len().min(3)).prop_map(|items| items.into_iter().collect())
}

/// Any proposal of this number.
pub fn proposal(id: i64) -> impl Strategy<Value = Proposal> {
    let who = (prop::option::of(1i64..4), prop::sample::select(Kind::ALL), prop::sample::select(&Country::ALL[..4]));
    let wants = (
        prop::sample::select(&OrgType::ALL[..4]),
        some_of(&OrgType::ALL[..4]),
        prop::option::of(some_of(&Country::ALL[..4])),
    );
    let what = (
        prop::sample::subsequence(vec!["a/lithium", "a/copper", "b/batteries", "c/music"], 0..=3),
        prop::sample::select(Stage::ALL),
        some_of(Partnership::ALL),
        some_of(Lang::ALL),
        prop::option::of(prop::sample::select(Budget::ALL)),
    );
    let state = (some_of(Flag::ALL), any::<bool>(), prop::option::of(-200i64..200), -400i64..1);
    (who, wants, what, state).prop_map(move |(who, wants, what, state)| {
        let days = |n: i64| now() + SignedDuration::from_hours(n * 24);
        Proposal {
            id: ProposalId::Request(RequestId(id)),
            organisation: who.0.map(OrganisationId),
            kind: who.1,
            country: who.2,
            org_type: wants.0,
            partner_types: wants.1,
            targets: wants.2.map_or(Targets::Abroad, Targets::Only),
            sectors: what.0.into_iter().map(str::to_owned).collect(),
            stage: what.1,
            partnership: what.2,
            languages: what.3,
            budget: what.4,
            flags: state.0,
            open: state.1,
            valid_until: state.2.map(days),
            confirmed_at: days(state.3),
            ..need()
        }
    })
}
