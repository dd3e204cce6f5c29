//! Measures of a ranking: pure functions of what was relevant and where it stood.
//! What counts as relevant, and for whom, is the caller's affair.

/// One over the rank of the first relevant item among the first `k`; zero if there is none.
///
/// `ranked` holds the relevance of each item shown, best first; zero is not relevant.
#[must_use]
pub fn reciprocal_rank(ranked: &[f64], k: usize) -> f64 {
    let first = ranked.iter().take(k).position(|relevance| *relevance > 0.0);
    first.map_or(0.0, |place| 1.0 / count(place + 1))
}

/// The share of all `n_relevant` items that stand among the first `k`.
#[must_use]
pub fn recall(ranked: &[f64], n_relevant: usize, k: usize) -> f64 {
    if n_relevant == 0 {
        return 0.0;
    }
    count(ranked.iter().take(k).filter(|relevance| **relevance > 0.0).count()) / count(n_relevant)
}

/// Discounted gain among the first `k` as a share of the best possible; `relevant` holds the relevance of all relevant items.
#[must_use]
pub fn ndcg(ranked: &[f64], relevant: &[f64], k: usize) -> f64 {
    let gain = |items: &[f64]| -> f64 {
        items.iter().take(k).enumerate().map(|(place, relevance)| relevance / count(place + 2).log2()).sum()
    };
    let mut ideal = relevant.to_vec();
    ideal.sort_by(|a, b| b.total_cmp(a));
    let best = gain(&ideal);
    if best > 0.0 { gain(ranked) / best } else { 0.0 }
}

/// The chance that a random positive stands above a random negative, ties counting half; none if either side is empty.
#[must_use]
pub fn auroc(positives: &[f64], negatives: &[f64]) -> Option<f64> {
    if positives.is_empty() || negatives.is_empty() {
        return None;
    }
    let mut all: Vec<(f64, bool)> = positives.iter().map(|score| (*score, true)).collect();
    all.extend(negatives.iter().map(|score| (*score, false)));
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut wins, mut below) = (0.0, 0.0);
    for tied in all.chunk_by(|a, b| a.0 == b.0) {
        let n_positive = count(tied.iter().filter(|(_, is_positive)| *is_positive).count());
        let n_negative = count(tied.len()) - n_positive;
        wins += n_positive * (below + n_negative / 2.0);
        below += n_negative;
    }
    Some(wins / count(positives.len()) / count(negatives.len()))
}

/// The mean; zero of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / count(values.len()) }
}

/// The value below which this share of the values lies; zero of nothing.
#[must_use]
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list, never negative")]
    let place = (share * count(sorted.len())).ceil() as usize;
    sorted.get(place.clamp(1, sorted.len().max(1)) - 1).copied().unwrap_or(0.0)
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ranking_is_measured_as_in_the_textbook() {
        let ranked = [0.0, 1.0, 0.0, 1.0];
        assert_eq!(reciprocal_rank(&ranked, 10), 0.5);
        assert_eq!(reciprocal_rank(&ranked, 1), 0.0);
        assert_eq!(recall(&ranked, 4, 2), 0.25);
        let best = 1.0 + 1.0 / 3f64.log2();
        let got = 1.0 / 3f64.log2() + 1.0 / 5f64.log2();
        assert!((ndcg(&ranked, &[1.0, 1.0], 10) - got / best).abs() < 1e-12);
    }

    #[test]
    fn auroc_counts_pairs_and_halves_ties() {
        assert_eq!(auroc(&[0.9, 0.8], &[0.1, 0.2]), Some(1.0));
        assert_eq!(auroc(&[0.5], &[0.5]), Some(0.5));
        assert_eq!(auroc(&[0.9, 0.1], &[0.5]), Some(0.5));
        assert_eq!(auroc(&[], &[0.5]), None);
    }

    #[test]
    fn percentiles_are_values_that_occurred() {
        let values = [5.0, 1.0, 3.0, 2.0, 4.0];
        assert_eq!((percentile(&values, 0.5), percentile(&values, 0.99), percentile(&[], 0.5)), (3.0, 5.0, 0.0));
    }
}
