## 授权

consents-head = <b>您的授权</b>
consent-stands = ✓ { $what } · { $date } 授权（版本 { $version }）
consent-not-given = ○ { $what } · 未授权
button-consent-back = 撤回：{ $what }
button-consent-show = 查看并决定：{ $what }
button-consent-yes = ✓ 同意
button-consent-no = ✗ 不同意
consent-given = ✓ 已保存授权：{ $what }。可随时在 /privacy 查看和撤回。
consent-refused = 好的，未授权。其他服务不受影响，可随时在 /privacy 更改。
consent-withdrawn = ✓ 已撤回：{ $what }。依赖该授权的事项已关闭。
consents-may-be-given = <b>如果愿意</b>，您还可以授权以下事项。点按钮先看全文；不授权没有任何影响。
consent-card-wanted = <b>您的需求 <code>{ $number }</code> 有一个可能的对接方。</b>向其展示您的匿名卡片需要您的授权：
consent-card =
    <b>向以下国家/地区的可能对接方展示我的匿名卡片：{ $country }</b>
    • <b>用途：</b>让可能的对接方表示是否感兴趣
    • <b>数据：</b>机构类型与规模、国家、标题、摘要、行业、阶段、知识产权、合作方式和语言；绝不包括名称、联系方式和文件
    • <b>接收方：</b>仅限工作人员逐一选定的、位于上述国家/地区的对接方
    • <b>期限：</b>需求办理期间
consent-release =
    <b>将我的名称和联系方式提供给这一方</b>
    • <b>用途：</b>便于双方直接联系
    • <b>数据：</b>仅限上述名称和联系方式，以及需求标题
    • <b>接收方：</b>仅限这一方（位于上述国家/地区），且对方也须授权
    • <b>期限：</b>提供之后无法收回；在此之前可随时撤回
consent-abroad =
    <b>允许以下国家/地区的合作中心工作人员查看我的数据：{ $country }</b>
    • <b>用途：</b>由双方中心共同办理您的需求
    • <b>数据：</b>您的需求（含名称和联系方式）以及给工作人员的留言
    • <b>接收方：</b>仅限该合作中心工作人员；这属于向境外提供数据
    • <b>期限：</b>需求办理期间及办结后12个月内
consent-news =
    <b>通过本聊天接收新闻和活动</b>
    • <b>用途：</b>通知您项目征集、访问和研讨会
    • <b>数据：</b>聊天编号、语言和行业
    • <b>接收方：</b>仅限中心工作人员
    • <b>期限：</b>直至您撤回
consent-common =
    • <b>负责方：</b>中国—智利创新合作中心，联系请用 /human
    • <b>您的权利：</b>/mydata /forget /privacy ，在 /privacy 一键撤回
    • 不授权没有任何影响
    • Telegram 是独立的公司，与机器人的聊天没有端到端加密
consent-kind-request = 办理我的需求
consent-kind-card = 展示我的匿名卡片
consent-kind-release = 向某一对接方提供我的名称
consent-kind-abroad = 合作中心查看我的数据
consent-kind-news = 新闻和活动
