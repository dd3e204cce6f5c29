//! Roles, and what each may do.

use super::code_list;

code_list! {
    /// What a person is to the centre. Staff are the members of the staff chat; admins are named in the configuration.
    Role, "role" { Partner = "partner", Staff = "staff", Admin = "admin" }
}
