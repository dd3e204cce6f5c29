//! What another process has imported into the directory reaches matching without a restart. Requests that come after that are
//! matched with it; it suggests nothing anew for those that came before.

use anyhow::{Context, Result};

use crate::{
    matching::Matching,
    store::{ImportId, Store},
};

/// The directory as matching knows it.
pub struct News {
    store: Store,
    matching: Matching,
    /// The last import that matching knows of.
    seen: Option<ImportId>,
}

impl News {
    /// To be made before matching reads the directory: what comes in between is then read twice, and nothing is missed.
    ///
    /// # Errors
    /// When the data file cannot be read.
    pub async fn from_here(store: Store, matching: Matching) -> Result<Self> {
        let seen = store.newest_import().await?;
        Ok(Self { store, matching, seen })
    }

    /// Tells matching what has changed since the last time; how many opportunities.
    ///
    /// # Errors
    /// When the data file cannot be read, or matching cannot take them; the next time tries again.
    pub async fn follow(&mut self) -> Result<usize> {
        let newest = self.store.newest_import().await?;
        if newest == self.seen {
            return Ok(0);
        }
        let changed = self.store.opportunities_since(self.seen).await?;
        let count = changed.len();
        let matching = self.matching.clone();
        // It computes, for seconds where there are thousands: not in the way of everybody else.
        tokio::task::spawn_blocking(move || matching.learn(changed)).await.context("tell matching")??;
        self.seen = newest;
        Ok(count)
    }
}
