//! The gates of a match: one that stays shut ends it, whatever the points would be.

use jiff::Timestamp;

use super::Gate;
use super::points::{levels, stages};
use crate::domain::Proposal;

/// Whether the two may be matched by machine. The store adds what only it knows: pairs that were declined before.
///
/// # Errors
/// The first gate that stays shut, the same for both orders of the sides.
pub fn gate(mine: &Proposal, theirs: &Proposal, now: Timestamp) -> Result<(), Gate> {
    let both = |holds: fn(&Proposal, &Proposal, Timestamp) -> bool| holds(mine, theirs, now) && holds(theirs, mine, now);
    let gates: [(Gate, bool); 8] = [
        (Gate::SameOrganisation, both(|a, b, _| !same_side(a, b))),
        (Gate::Kind, both(|a, b, _| a.kind.complements().contains(&b.kind))),
        (Gate::Closed, both(|a, _, _| a.open)),
        (Gate::Expired, both(|a, _, now| a.valid_until.is_none_or(|end| now < end))),
        (Gate::Flagged, both(|a, _, _| !a.flags.iter().any(|flag| flag.bars_matching()))),
        (Gate::Country, both(|a, b, _| a.targets.admit(a.country, b.country))),
        (Gate::PartnerType, both(|a, b, _| a.partner_types.is_empty() || a.partner_types.contains(&b.org_type))),
        (Gate::Stage, stages(mine, theirs).and_then(levels).is_none_or(|(offered, wanted)| offered + 1 >= wanted)),
    ];
    gates.into_iter().find(|(_, open)| !open).map_or(Ok(()), |(shut, _)| Err(shut))
}

fn same_side(a: &Proposal, b: &Proposal) -> bool {
    a.id == b.id || (a.organisation.is_some() && a.organisation == b.organisation)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::samples::{need, now, offer, proposal};
    use super::*;
    use crate::domain::{Country, Flag, OrgType, OrganisationId, Stage, Targets};

    /// The gate that a change to the offer shuts.
    fn shut_by(change: impl FnOnce(&mut Proposal)) -> Option<Gate> {
        let mut changed = offer();
        change(&mut changed);
        gate(&need(), &changed, now()).err()
    }

    #[test]
    fn each_gate_shuts_for_its_own_reason() {
        assert_eq!(shut_by(|_| ()), None);
        assert_eq!(shut_by(|p| p.organisation = need().organisation), Some(Gate::SameOrganisation));
        assert_eq!(shut_by(|p| p.kind = need().kind), Some(Gate::Kind));
        assert_eq!(shut_by(|p| p.open = false), Some(Gate::Closed));
        assert_eq!(shut_by(|p| p.valid_until = Some(now())), Some(Gate::Expired));
        assert_eq!(shut_by(|p| p.flags = BTreeSet::from([Flag::DualUse])), Some(Gate::Flagged));
        assert_eq!(shut_by(|p| p.flags = BTreeSet::from([Flag::HealthData])), None);
        assert_eq!(shut_by(|p| p.targets = Targets::Only(BTreeSet::from([Country::Pe]))), Some(Gate::Country));
        assert_eq!(shut_by(|p| p.country = need().country), Some(Gate::Country));
        assert_eq!(shut_by(|p| p.partner_types = BTreeSet::from([OrgType::Investor])), Some(Gate::PartnerType));
        assert_eq!(shut_by(|p| p.stage = Stage::Development), None, "one level short may still be talked about");
        assert_eq!(shut_by(|p| p.stage = Stage::Concept), Some(Gate::Stage));
    }

    #[test]
    fn people_without_an_organisation_may_meet() {
        let (mut a, mut b) = (need(), offer());
        (a.organisation, b.organisation) = (None, None);
        assert_eq!(gate(&a, &b, now()), Ok(()));
        b.organisation = Some(OrganisationId(1));
        assert_eq!(gate(&a, &b, now()), Ok(()));
    }

    #[test]
    fn countries_outside_the_list_may_be_abroad_to_each_other() {
        let (mut a, mut b) = (need(), offer());
        (a.country, b.country) = (Country::Other, Country::Other);
        assert_eq!(gate(&a, &b, now()), Ok(()));
    }

    proptest! {
        #[test]
        fn a_gate_is_shut_for_both_sides_or_for_none(a in proposal(1), b in proposal(2)) {
            prop_assert_eq!(gate(&a, &b, now()), gate(&b, &a, now()));
        }
    }
}
