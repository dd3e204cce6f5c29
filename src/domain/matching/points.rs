//! The points of each part. Every rule is symmetric: it gives both sides of a pair the same points.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use super::{Basis, Detail, Part, PartKind, RULES_VERSION, Score, SectorFit, Sectors, TextFit};
use crate::domain::{Budget, Kind, Lang, Partnership, Proposal, Stage};

/// A side that was confirmed within this time is fresh.
const FRESH: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The points of a pair that passed the gates. The points do not depend on which side is first; details name both.
#[must_use]
pub fn score(mine: &Proposal, theirs: &Proposal, text: TextFit, now: Timestamp, sectors: &impl Sectors) -> Score {
    let parts = vec![
        subject(text),
        sector(mine, theirs, sectors),
        partnership(mine, theirs),
        stage(mine, theirs),
        profile(mine, theirs),
        language(mine, theirs),
        timing(mine, theirs),
        freshness(mine, theirs, now),
    ];
    Score { rules: RULES_VERSION, parts, held_back: None }
}

fn known(what: PartKind, points: u8, detail: Detail) -> Part {
    Part { what, points, max: what.limit(), known: Basis::Known, detail }
}

fn unknown(what: PartKind, detail: Detail) -> Part {
    Part { what, points: what.limit() / 2, max: what.limit(), known: Basis::Unknown, detail }
}

fn not_asked(what: PartKind) -> Part {
    Part { what, points: what.limit(), max: what.limit(), known: Basis::NotAsked, detail: Detail::NotAsked }
}

/// So much of a part's points, rounded to the nearest.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of at most 40 points is a small number"
)]
fn portion(what: PartKind, share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * f32::from(what.limit())).round() as u8
}

fn subject(text: TextFit) -> Part {
    let TextFit { share, bridge } = text;
    let detail = Detail::Subject { bridge, terms: Vec::new() };
    match bridge {
        Some(_) => known(PartKind::Subject, portion(PartKind::Subject, share), detail),
        None => unknown(PartKind::Subject, detail),
    }
}

fn sector(mine: &Proposal, theirs: &Proposal, sectors: &impl Sectors) -> Part {
    let leaves: Vec<String> = mine.sectors.iter().filter(|leaf| theirs.sectors.contains(leaf)).cloned().collect();
    let of = |side: &Proposal| -> BTreeSet<String> {
        side.sectors.iter().filter_map(|leaf| sectors.sector_of(leaf)).map(str::to_owned).collect()
    };
    let (ours, others) = (of(mine), of(theirs));
    let common: Vec<String> = ours.intersection(&others).cloned().collect();
    let (points, fit, shared) = if mine.sectors.is_empty() || theirs.sectors.is_empty() {
        return unknown(PartKind::Sector, Detail::Sector { fit: SectorFit::None, shared: Vec::new() });
    } else if mine.sectors.first() == theirs.sectors.first() {
        (20, SectorFit::MainLeaf, leaves)
    } else if !leaves.is_empty() {
        (16, SectorFit::Leaf, leaves)
    } else if !common.is_empty() {
        (10, SectorFit::Sector, common)
    } else if ours.iter().any(|a| others.iter().any(|b| sectors.neighbours(a, b))) {
        (4, SectorFit::Neighbour, Vec::new())
    } else {
        (0, SectorFit::None, Vec::new())
    };
    known(PartKind::Sector, points, Detail::Sector { fit, shared })
}

/// Kinds that do not ask for a form of partnership.
fn has_no_partnership(kind: Kind) -> bool {
    matches!(kind, Kind::TalentHost | Kind::TalentSeeker | Kind::EventMeeting | Kind::Consultation)
}

fn partnership(mine: &Proposal, theirs: &Proposal) -> Part {
    if has_no_partnership(mine.kind) || has_no_partnership(theirs.kind) {
        return not_asked(PartKind::Partnership);
    }
    let shared: BTreeSet<Partnership> = mine.partnership.intersection(&theirs.partnership).copied().collect();
    let smaller = mine.partnership.len().min(theirs.partnership.len());
    let share = ratio(shared.len(), smaller);
    let detail = Detail::Partnership { shared };
    match share {
        None => unknown(PartKind::Partnership, detail),
        Some(share) => known(PartKind::Partnership, portion(PartKind::Partnership, share), detail),
    }
}

/// None when there is nothing to divide by.
fn ratio(part: usize, whole: usize) -> Option<f32> {
    let small = |n: usize| u8::try_from(n).map_or(f32::from(u8::MAX), f32::from);
    (whole > 0).then(|| small(part) / small(whole))
}

/// What the offer has reached and what the other side wants at least, for kinds that have a stage.
pub(super) fn stages(a: &Proposal, b: &Proposal) -> Option<(Stage, Stage)> {
    let offers = |kind| matches!(kind, Kind::TechnologyOffer | Kind::ResultOffer | Kind::InvestmentSought);
    let wants = |kind| matches!(kind, Kind::TechnologyRequest | Kind::Investor);
    match (offers(a.kind) && wants(b.kind), offers(b.kind) && wants(a.kind)) {
        (true, _) => Some((a.stage, b.stage)),
        (_, true) => Some((b.stage, a.stage)),
        _ => None,
    }
}

pub(super) fn levels((offered, wanted): (Stage, Stage)) -> Option<(u8, u8)> {
    offered.level().zip(wanted.level())
}

fn stage(mine: &Proposal, theirs: &Proposal) -> Part {
    let Some((offered, wanted)) = stages(mine, theirs) else { return not_asked(PartKind::Stage) };
    let wanting = |kind| matches!(kind, Kind::TechnologyRequest | Kind::Investor);
    let ipr = if wanting(mine.kind) { theirs.ipr } else { mine.ipr };
    let detail = Detail::Stage { offered, wanted, ipr };
    match levels((offered, wanted)) {
        None => unknown(PartKind::Stage, detail),
        Some((offered, wanted)) if offered >= wanted => known(PartKind::Stage, 8, detail),
        Some((offered, wanted)) if offered + 1 == wanted => known(PartKind::Stage, 4, detail),
        Some(_) => known(PartKind::Stage, 0, detail),
    }
}

/// The harmonic mean of how well each side is what the other wants; a side that takes anybody counts as half.
fn profile(mine: &Proposal, theirs: &Proposal) -> Part {
    let fit = |wants: &Proposal, is: &Proposal| match wants.partner_types.is_empty() {
        true => 0.5,
        false => f32::from(u8::from(wants.partner_types.contains(&is.org_type))),
    };
    let (a, b) = (fit(mine, theirs), fit(theirs, mine));
    let wanted = [!mine.partner_types.is_empty(), !theirs.partner_types.is_empty()];
    let detail = Detail::Profile { types: [mine.org_type, theirs.org_type], wanted };
    if wanted == [false, false] {
        return unknown(PartKind::Profile, detail);
    }
    let mean = if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 };
    known(PartKind::Profile, portion(PartKind::Profile, mean), detail)
}

/// Three of five points without a shared language, because the centre can interpret between all of its own.
fn language(mine: &Proposal, theirs: &Proposal) -> Part {
    let shared: BTreeSet<Lang> = mine.languages.intersection(&theirs.languages).copied().collect();
    let points = if shared.is_empty() { 3 } else { 5 };
    let detail = Detail::Language { shared };
    if mine.languages.is_empty() || theirs.languages.is_empty() {
        return unknown(PartKind::Language, detail);
    }
    known(PartKind::Language, points, detail)
}

/// The share of what both sides said that agrees: periods overlap, same call, budget bands at most one apart.
fn timing(mine: &Proposal, theirs: &Proposal) -> Part {
    let period = mine.period.zip(theirs.period).map(|(a, b)| a.overlaps(b));
    let call = mine.call.as_deref().zip(theirs.call.as_deref()).map(|(a, b)| a.trim().eq_ignore_ascii_case(b.trim()));
    let level = |side: &Proposal| side.budget.and_then(Budget::level);
    let budget = level(mine).zip(level(theirs)).map(|(a, b)| a.abs_diff(b) <= 1);
    let said: Vec<bool> = [period, call, budget].into_iter().flatten().collect();
    let detail = Detail::Timing { period, call, budget };
    match ratio(said.iter().filter(|&&agrees| agrees).count(), said.len()) {
        None => unknown(PartKind::Timing, detail),
        Some(share) => known(PartKind::Timing, portion(PartKind::Timing, share), detail),
    }
}

/// One point for each side confirmed in the last 90 days. A newcomer has just confirmed.
fn freshness(mine: &Proposal, theirs: &Proposal, now: Timestamp) -> Part {
    let fresh = |side: &Proposal| u8::from(now.duration_since(side.confirmed_at) <= FRESH);
    let sides = fresh(mine) + fresh(theirs);
    known(PartKind::Freshness, sides, Detail::Freshness { sides })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{Sample, need, now, offer, proposal};
    use super::super::{Bridge, Cap, Caps, MAYBE_FROM, OFFERS, SUGGESTIONS, Shelf, rank};
    use super::*;
    use crate::domain::{OrganisationId, ProposalId, RequestId};

    fn text(share: f32) -> TextFit {
        TextFit { share, bridge: Some(Bridge::Words) }
    }

    fn points(score: &Score, what: PartKind) -> u8 {
        score.parts.iter().find(|part| part.what == what).expect("every part is there").points
    }

    #[test]
    fn the_maxima_make_a_hundred() {
        assert_eq!(PartKind::ALL.iter().map(|part| part.limit()).sum::<u8>(), 100);
    }

    #[test]
    fn a_perfect_pair_has_them_all() {
        let (mut a, mut b) = (need(), offer());
        (a.call, b.call) = (Some("ANID-2027".to_owned()), Some("anid-2027".to_owned()));
        let score = score(&a, &b, text(1.0), now(), &Sample);
        assert_eq!(score.total(), 100);
        assert_eq!(score.shelf(), Shelf::Suggest);
    }

    #[test]
    fn who_fits_in_everything_but_the_subject_is_no_pair() {
        let mut theirs = offer();
        theirs.sectors = vec!["c/stroke".to_owned()];
        let score = score(&need(), &theirs, text(0.1), now(), &Sample);
        assert!(score.total() >= MAYBE_FROM, "{score:?}");
        assert_eq!(score.shelf(), Shelf::None);
    }

    #[test]
    fn what_nobody_said_gives_half_and_is_marked() {
        let (mut a, mut b) = (need(), offer());
        a.partnership.clear();
        b.stage = Stage::Unknown;
        a.languages.clear();
        let score = score(&a, &b, TextFit::unknown(), now(), &Sample);
        let marked: Vec<_> = score.parts.iter().filter(|part| part.known == Basis::Unknown).collect();
        assert_eq!(marked.len(), 5, "subject, partnership, stage, language, timing");
        assert!(marked.iter().all(|part| part.points == part.max / 2));
    }

    #[test]
    fn nearer_sectors_give_more() {
        let near = |leaves: &[&str]| {
            let mut theirs = offer();
            theirs.sectors = leaves.iter().map(|&leaf| leaf.to_owned()).collect();
            points(&score(&need(), &theirs, text(0.0), now(), &Sample), PartKind::Sector)
        };
        assert_eq!(near(&["a/lithium"]), 20);
        assert_eq!(near(&["a/copper", "a/lithium"]), 16);
        assert_eq!(near(&["a/copper"]), 10);
        assert_eq!(near(&["b/batteries"]), 4);
        assert_eq!(near(&["c/music"]), 0);
    }

    #[test]
    fn talent_is_not_asked_for_stage_and_partnership() {
        let (mut a, mut b) = (need(), offer());
        (a.kind, b.kind) = (Kind::TalentSeeker, Kind::TalentHost);
        let score = score(&a, &b, text(0.5), now(), &Sample);
        assert_eq!(points(&score, PartKind::Stage), 8);
        assert_eq!(points(&score, PartKind::Partnership), 12);
        assert_eq!(points(&score, PartKind::Subject), 20);
    }

    #[test]
    fn a_score_survives_the_store() {
        let frozen = score(&need(), &offer(), text(0.7), now(), &Sample);
        let json = serde_json::to_string(&frozen).expect("a score is plain data");
        assert_eq!(serde_json::from_str::<Score>(&json).expect("what was written reads back"), frozen);
    }

    proptest! {
        #[test]
        fn the_total_is_the_sum_of_its_parts_and_at_most_a_hundred(
            a in proposal(1), b in proposal(2), share in 0.0f32..=1.0,
        ) {
            let score = score(&a, &b, text(share), now(), &Sample);
            prop_assert_eq!(score.parts.iter().map(|part| part.what).collect::<Vec<_>>(), PartKind::ALL);
            prop_assert_eq!(u32::from(score.total()), score.parts.iter().map(|part| u32::from(part.points)).sum::<u32>());
            prop_assert!(score.total() <= 100);
            prop_assert!(score.parts.iter().all(|part| part.points <= part.max && part.max == part.what.limit()));
        }

        #[test]
        fn both_sides_see_the_same_points(a in proposal(1), b in proposal(2), share in 0.0f32..=1.0) {
            let there = score(&a, &b, text(share), now(), &Sample);
            let back = score(&b, &a, text(share), now(), &Sample);
            for (one, other) in there.parts.iter().zip(&back.parts) {
                prop_assert_eq!((one.points, one.known), (other.points, other.known));
            }
        }

        #[test]
        fn an_unknown_never_beats_a_known_fit(a in proposal(1), b in proposal(2)) {
            let score = score(&a, &b, TextFit::unknown(), now(), &Sample);
            for part in score.parts.iter().filter(|part| part.known == Basis::Unknown) {
                prop_assert!(part.points * 2 <= part.max);
            }
        }

        #[test]
        fn the_order_does_not_depend_on_how_they_came(totals in prop::collection::vec(0.0f32..=1.0, 0..12), seed in any::<u64>()) {
            let mut scored: Vec<(ProposalId, Score)> = totals.iter().zip(1..)
                .map(|(&share, id)| (ProposalId::Request(RequestId(id)), score(&need(), &offer(), text(share), now(), &Sample)))
                .collect();
            let mut shuffled = scored.clone();
            shuffled.rotate_left(usize::try_from(seed % 12).expect("below 12") % scored.len().max(1));
            rank(&mut scored);
            rank(&mut shuffled);
            prop_assert_eq!(&scored, &shuffled);
        }

        #[test]
        fn caps_hold_and_never_move_a_better_one_behind_a_worse(
            shares in prop::collection::vec((0.0f32..=1.0, prop::option::of(1i64..4)), 0..14),
            this_week in 0usize..8,
            busy in prop::collection::btree_map((1i64..4).prop_map(OrganisationId), 0usize..5, 0..3),
        ) {
            let mut scored: Vec<(Option<OrganisationId>, Score)> = shares.into_iter()
                .map(|(share, by)| (by.map(OrganisationId), score(&need(), &offer(), text(share), now(), &Sample)))
                .collect();
            scored.sort_by_key(|(_, score)| std::cmp::Reverse(score.total()));
            let before: Vec<Shelf> = scored.iter().map(|(_, score)| score.shelf()).collect();
            let caps = Caps { this_week, open_offers: busy.clone() };
            caps.hold_back(&mut scored.iter_mut().map(|(by, score)| (*by, score)).collect::<Vec<_>>());
            let suggested: Vec<_> = scored.iter().filter(|(_, score)| score.shelf() == Shelf::Suggest).collect();
            prop_assert!(suggested.len() <= SUGGESTIONS.saturating_sub(this_week));
            for organisation in (1..4).map(OrganisationId) {
                let new = suggested.iter().filter(|(by, _)| *by == Some(organisation)).count();
                prop_assert!(new == 0 || new + busy.get(&organisation).copied().unwrap_or(0) <= OFFERS);
            }
            for ((_, score), before) in scored.iter().zip(before) {
                let held = score.held_back.is_some();
                prop_assert_eq!(score.shelf(), if held { Shelf::Maybe } else { before });
                prop_assert!(!held || before == Shelf::Suggest);
            }
        }
    }

    #[test]
    fn an_organisation_is_suggested_three_times_and_a_request_five() {
        let good = score(&need(), &offer(), text(1.0), now(), &Sample);
        let held_back = |caps: &Caps, organisations: &[i64]| -> Vec<Option<Cap>> {
            let mut scores = vec![good.clone(); organisations.len()];
            let by = organisations.iter().map(|&by| Some(OrganisationId(by)));
            caps.hold_back(&mut by.zip(&mut scores).collect::<Vec<_>>());
            scores.iter().map(|score| score.held_back).collect()
        };
        let (week, organisation) = (Some(Cap::Week), Some(Cap::Organisation));
        assert_eq!(held_back(&Caps::default(), &[1, 1, 1, 1, 2]), [None, None, None, organisation, None]);
        assert_eq!(held_back(&Caps::default(), &[1, 2, 3, 4, 5, 6]), [None, None, None, None, None, week]);
        let late = Caps { this_week: 4, ..Caps::default() };
        assert_eq!(held_back(&late, &[1, 2]), [None, week]);
        let busy = Caps { open_offers: [(OrganisationId(1), 2)].into(), ..Caps::default() };
        assert_eq!(held_back(&busy, &[1, 1, 2]), [None, organisation, None]);
    }
}
