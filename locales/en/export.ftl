## Tables for the staff

export-which =
    <b>What shall I export?</b>
    Or write it: <code>/export requests xlsx</code>. Names of organisations and contacts are left out.
button-export-requests = Requests · { $format }
button-export-leads = Leads · { $format }
export-requests =
    { $count ->
        [one] One request
       *[other] { $count } requests
    }, without names or contacts. Times are UTC.
export-leads =
    { $count ->
        [one] One lead
       *[other] { $count } leads
    }, without names or contacts. Times are UTC.
export-in-group = Use /export in the staff group: files stay there.
