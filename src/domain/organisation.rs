//! Who stands behind an opportunity. Nothing here reaches a counterpart before both sides said yes.

use serde::{Deserialize, Serialize};

use super::{Country, OrgType};

/// An organisation of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Stable kebab-case name by which opportunities of the same directory refer to it.
    pub key: String,
    /// In its own language.
    pub name: String,
    /// For readers of other languages.
    pub name_en: String,
    pub org_type: OrgType,
    pub country: Country,
    /// ISO 3166-2, such as `CL-AN`; it begins with the country.
    pub region: Option<String>,
    /// Invented, to show the product: never to be contacted.
    pub sample: bool,
}
