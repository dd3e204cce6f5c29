## 团队用的表格

export-which =
    <b>要导出什么？</b>
    也可以直接输入：<code>/export requests xlsx</code>。不含机构名称和联系方式。
button-export-requests = 需求 · { $format }
button-export-leads = 工单 · { $format }
export-requests = 共 { $count } 项需求，不含机构名称和联系方式。时间为 UTC。
export-leads = 共 { $count } 个工单，不含机构名称和联系方式。时间为 UTC。
export-in-group = 请在团队群里使用 /export，文件只留在群里。
