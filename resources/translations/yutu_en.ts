<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于渝图</source>
        <translation>About Yutu</translation>
    </message>
    <message>
        <source>渝图</source>
        <translation>Yutu</translation>
    </message>
    <message>
        <source>区划</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>规则包</source>
        <translation>Rule pack</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>组件</source>
        <translation>Components</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>数据与字体的来源、许可</source>
        <translation>Sources and licences of data and font</translation>
    </message>
</context>
<context>
    <name>ActButtons</name>
    <message>
        <source>更多 A</source>
        <translation>More A</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>回车 确认，Esc 放弃</source>
        <translation>Enter to confirm, Esc to leave</translation>
    </message>
    <message>
        <source>%1 ⏎</source>
        <translation>%1 ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Leave Esc</translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
</context>
<context>
    <name>AlarmStrip</name>
    <message>
        <source>确认 空格</source>
        <translation>Confirm Space</translation>
    </message>
    <message>
        <source>定位 G</source>
        <translation>Locate G</translation>
    </message>
    <message>
        <source>搁置 H</source>
        <translation>Shelve H</translation>
    </message>
    <message>
        <source>静音开 M</source>
        <translation>Silenced M</translation>
    </message>
    <message>
        <source>静音关 M</source>
        <translation>Sound on M</translation>
    </message>
    <message>
        <source>搁置 %1</source>
        <translation>Shelved %1</translation>
    </message>
    <message>
        <source>Ⅲ、Ⅳ级报警 %1 条待确认</source>
        <translation>%1 alarms of grade Ⅲ, Ⅳ wait</translation>
    </message>
    <message>
        <source>N 逐条看，Shift+空格 看过全部</source>
        <translation>N one by one, Shift+Space all seen</translation>
    </message>
    <message>
        <source>没有待确认的报警</source>
        <translation>No alarm waits to be confirmed</translation>
    </message>
    <message>
        <source>新报警在此出现；N 看下一条，空格 确认</source>
        <translation>New alarms appear here; N next, Space confirm</translation>
    </message>
    <message>
        <source>报警潮 10 分钟 %1 条</source>
        <translation>Alarm flood: %1 in 10 min</translation>
    </message>
    <message>
        <source>首发 %1</source>
        <translation>first at %1</translation>
    </message>
    <message>
        <source>域外</source>
        <translation>Outside the city</translation>
    </message>
    <message>
        <source>位置不明</source>
        <translation>Position unknown</translation>
    </message>
</context>
<context>
    <name>AlertsPanel</name>
    <message>
        <source>确认 空格</source>
        <translation>Confirm Space</translation>
    </message>
    <message>
        <source>排除 X</source>
        <translation>Dismiss X</translation>
    </message>
    <message>
        <source>搁置 H</source>
        <translation>Shelve H</translation>
    </message>
    <message>
        <source>并入 U</source>
        <translation>Merge U</translation>
    </message>
    <message>
        <source>没有待处理报警
终端或规则报警后列在这里：空格 确认，X 排除，H 搁置</source>
        <translation>No alarm waits
Alarms of terminals and rules are listed here: Space confirm, X dismiss, H shelve</translation>
    </message>
    <message>
        <source>含搁置</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>，搁置 %1</source>
        <translation>, shelved %1</translation>
    </message>
    <message>
        <source>近 10 分钟 %1</source>
        <translation>Last 10 min %1</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>读不懂：%1</source>
        <translation>cannot read: %1</translation>
    </message>
    <message>
        <source>好 ⏎</source>
        <translation>OK ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Leave Esc</translation>
    </message>
</context>
<context>
    <name>BaseMapDialog</name>
    <message>
        <source>导入底图</source>
        <translation>Import a base map</translation>
    </message>
    <message>
        <source>请选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>写在地图右下角，例如 © OpenStreetMap</source>
        <translation>Stands at the lower right of the map, e.g. © OpenStreetMap</translation>
    </message>
    <message>
        <source>导入 回车</source>
        <translation>Import Enter</translation>
    </message>
    <message>
        <source>取消 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>坐标基准</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <source>国内网络地图的瓦片多为 GCJ-02；选错会偏约 500 米。问清来源再选。</source>
        <translation>Tiles of web maps of China are mostly in GCJ-02; a wrong choice is off by some 500 m. Ask the source first.</translation>
    </message>
</context>
<context>
    <name>BaseMapsPart</name>
    <message>
        <source>底图</source>
        <translation>Base maps</translation>
    </message>
</context>
<context>
    <name>BookmarksPanel</name>
    <message>
        <source>书签名称：回车 保存，Esc 取消</source>
        <translation>Name of the bookmark: Enter keeps it, Esc cancels</translation>
    </message>
    <message>
        <source>存下的视野和图层列在这里；Ctrl+B 存下现在的地图</source>
        <translation>Views kept with their layers are listed here; Ctrl+B keeps the map as it is</translation>
    </message>
    <message>
        <source>再按一次 Delete 删除“%1”，Esc 保留</source>
        <translation>Delete once more to delete “%1”, Esc to keep it</translation>
    </message>
    <message>
        <source>回车 前往 · F2 改名 · Delete 删除 · Alt+↑ ↓ 移动</source>
        <translation>Enter go there · F2 rename · Delete delete · Alt+↑ ↓ move</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>在队列中用 J、K 选一件事件，
这里显示它的位置、期限、任务与可做的动作</source>
        <translation>Choose a case in the queue with J and K;
its place, limit, tasks and acts are shown here</translation>
    </message>
</context>
<context>
    <name>ClassMenu</name>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All classes</translation>
    </message>
    <message>
        <source>类别 %1/%2</source>
        <translation>Classes %1/%2</translation>
    </message>
</context>
<context>
    <name>ColouringForm</name>
    <message>
        <source>各级下限，如 1 5 20</source>
        <translation>Lower bounds, such as 1 5 20</translation>
    </message>
    <message>
        <source>辖区按</source>
        <translation>Areas by</translation>
    </message>
    <message>
        <source>分级</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>级数</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>下限</source>
        <translation>Bounds</translation>
    </message>
    <message>
        <source>色带</source>
        <translation>Ramp</translation>
    </message>
</context>
<context>
    <name>DayPlayer</name>
    <message>
        <source>逐日播放；再按一次或 Esc 停下</source>
        <translation>Play day by day; press again or Esc to stop</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>没有拒收过</source>
        <translation>Nothing was refused</translation>
    </message>
</context>
<context>
    <name>DispatchPanel</name>
    <message>
        <source>没有选第一名：写明理由后 回车 派出，Esc 返回</source>
        <translation>Not the first: say why, then Enter sends, Esc goes back</translation>
    </message>
    <message>
        <source>为何不派第一名</source>
        <translation>Why not the first</translation>
    </message>
    <message>
        <source>建议力量</source>
        <translation>Recommended units</translation>
    </message>
    <message>
        <source>建议力量：1–9 选主办，+ 加协办，回车 派出</source>
        <translation>Recommended: 1–9 lead, + assist, Enter sends</translation>
    </message>
    <message>
        <source>选中一件待派遣事件后，能去的力量按次序列在这里</source>
        <translation>Choose a case to dispatch: who can go is listed here</translation>
    </message>
    <message>
        <source>没有可派的力量
力量看板列出所有力量及其在办任务</source>
        <translation>No unit can be sent
The units board lists all units and their tasks</translation>
    </message>
    <message>
        <source>%1，现在不能派单。立案（F9）之后在这里选力量</source>
        <translation>%1: nothing to send yet. File it (F9), then choose units here</translation>
    </message>
    <message>
        <source>%1。已派出的任务见事件详情</source>
        <translation>%1. Tasks sent: see the case</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>没有选中的报警；N 看下一条</source>
        <translation>No alarm chosen; N for the next</translation>
    </message>
    <message>
        <source>先在队列中选一件事件（J、K）</source>
        <translation>First choose a case in the queue (J, K)</translation>
    </message>
    <message>
        <source>没有执行“%1”：%2</source>
        <translation>“%1” was not done: %2</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出与打印</source>
        <translation>Export and print</translation>
    </message>
    <message>
        <source>台账 #… · 制图时填入</source>
        <translation>Ledger #… · filled in when it is made</translation>
    </message>
    <message>
        <source>导出为</source>
        <translation>Export as</translation>
    </message>
    <message>
        <source>取消 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>%1 × %2 点</source>
        <translation>%1 × %2 dots</translation>
    </message>
    <message>
        <source>%1 × %2 点太大：这种格式至多 %3 百万点、每边 32,000 点，请降低分辨率</source>
        <translation>%1 × %2 dots are too many: this format takes at most %3 million, 32,000 a side; choose a lower resolution</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>比例尺条</source>
        <translation>Scale bar</translation>
    </message>
    <message>
        <source>指北针</source>
        <translation>North arrow</translation>
    </message>
    <message>
        <source>经纬网</source>
        <translation>Graticule</translation>
    </message>
    <message>
        <source>横向</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>纵向</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>适合所见范围</source>
        <translation>Fit what is in view</translation>
    </message>
    <message>
        <source>日间</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>输出</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>分辨率</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>纸张</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>比例尺</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>配色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>图面</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>FenceDialog</name>
    <message>
        <source>都不选：全部终端</source>
        <translation>none chosen: all terminals</translation>
    </message>
    <message>
        <source>%1 ⏎</source>
        <translation>%1 ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Leave Esc</translation>
    </message>
</context>
<context>
    <name>FencesPanel</name>
    <message>
        <source>没有围栏
Alt+F 逐点画、Alt+O 画圆，
或在地图上右键“以本区划建围栏”</source>
        <translation>No fences
Alt+F draws one by points, Alt+O a round one,
or right-click on the map: Make a fence of this place</translation>
    </message>
    <message>
        <source>回车 前往 · E 改形状 · F2 改名称类别 · L 其中有谁 · Delete 撤除</source>
        <translation>Enter go · E reshape · F2 name and kind · L who is inside · Delete remove</translation>
    </message>
</context>
<context>
    <name>FoundPanel</name>
    <message>
        <source>在地图上框选（Alt+B）、圈选（Alt+L）、圆选（Alt+C）、缓冲（Alt+U）或画半径圈（Alt+R）
其中的事件和力量列在这里；回车 前往</source>
        <translation>Select on the map by box (Alt+B), lasso (Alt+L), circle (Alt+C), buffer (Alt+U), or draw rings (Alt+R)
The cases and units in it are listed here; Enter goes there</translation>
    </message>
    <message>
        <source>%1：其中没有事件、预警、力量、终端和电厂</source>
        <translation>%1: no case, alert, unit, terminal or plant in it</translation>
    </message>
</context>
<context>
    <name>Half</name>
    <message>
        <source>时刻图，不是现在</source>
        <translation>A moment, not the present</translation>
    </message>
</context>
<context>
    <name>IdentifyView</name>
    <message>
        <source>此处各图层都没有要素（域外）</source>
        <translation>No layer has anything here (outside the city)</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · 回车 打开 · Ctrl+C 复制 · Esc 收回</source>
        <translation>↑ ↓ choose · Enter open · Ctrl+C copy · Esc close</translation>
    </message>
</context>
<context>
    <name>ImportResultDialog</name>
    <message>
        <source>导入结果</source>
        <translation>Import result</translation>
    </message>
    <message>
        <source>接受 %1，拒绝 %2</source>
        <translation>Accepted %1, refused %2</translation>
    </message>
    <message>
        <source>没有拒绝的要素</source>
        <translation>No feature was refused</translation>
    </message>
    <message>
        <source>复制清单 C</source>
        <translation>Copy list C</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
</context>
<context>
    <name>KeysHelp</name>
    <message>
        <source>快捷键：单个字母在输入框外有效；Esc 收回</source>
        <translation>Keys: single letters work outside text fields; Esc closes</translation>
    </message>
</context>
<context>
    <name>LayerForm</name>
    <message>
        <source>恢复默认</source>
        <translation>As usual</translation>
    </message>
    <message>
        <source>不透明度</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>最近显示到</source>
        <translation>Nearest</translation>
    </message>
    <message>
        <source>最远显示到</source>
        <translation>Farthest</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Usual</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>图层，最上面的在前</source>
        <translation>Layers, the topmost first</translation>
    </message>
    <message>
        <source>空格开关，左右键调透明度，Alt+上下键或拖动改次序</source>
        <translation>Space switches, Left and Right fade, Alt+Up/Down or dragging moves</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Cases</translation>
    </message>
</context>
<context>
    <name>LimitsForm</name>
    <message>
        <source>更改后各信源重新开始，终端会重连；记入台账</source>
        <translation>Every source begins anew then, and terminals connect again; noted in the ledger</translation>
    </message>
    <message>
        <source>%1 ⏎</source>
        <translation>%1 ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
</context>
<context>
    <name>LockCover</name>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>%1 锁定 · %2</source>
        <translation>Locked by %1 · %2</translation>
    </message>
    <message>
        <source>解锁码须 4 至 64 个字符</source>
        <translation>An unlock code has 4 to 64 characters</translation>
    </message>
    <message>
        <source>两次不一样，请重输</source>
        <translation>The two differ; type both again</translation>
    </message>
    <message>
        <source>已错 %1 次</source>
        <translation>Wrong tries: %1</translation>
    </message>
    <message>
        <source>%1 秒后可再试</source>
        <translation>next try in %1 s</translation>
    </message>
    <message>
        <source>设定解锁码</source>
        <translation>Choose an unlock code</translation>
    </message>
    <message>
        <source>值班台已锁定</source>
        <translation>The console is locked</translation>
    </message>
    <message>
        <source>第一次锁定：输入解锁码两次，回车 锁定；Esc 返回</source>
        <translation>First lock: type an unlock code twice, Enter locks, Esc goes back</translation>
    </message>
    <message>
        <source>输入解锁码，回车 解锁</source>
        <translation>Type the unlock code, Enter unlocks</translation>
    </message>
    <message>
        <source>锁定后报警照常响、照常显示，任何动作都不能做，直到解锁</source>
        <translation>While locked, alarms sound and are shown as always; nothing can be done until it is unlocked</translation>
    </message>
    <message>
        <source>忘了解锁码：关闭控制台，运行 main.py unlock，台账会留下记录</source>
        <translation>Code forgotten: close the console and run main.py unlock; the ledger keeps a record</translation>
    </message>
    <message>
        <source>未确认报警</source>
        <translation>Unacknowledged</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>台账还没有记录
每个动作会成为这里的一句话；F8 写值班记事</source>
        <translation>The ledger is empty
Every act becomes a sentence here; F8 writes a note</translation>
    </message>
    <message>
        <source>值班记事：写好后 回车 记入台账，Esc 放弃</source>
        <translation>Note: Enter writes it to the ledger, Esc leaves</translation>
    </message>
    <message>
        <source>只看所选事件</source>
        <translation>Chosen case only</translation>
    </message>
    <message>
        <source>最近 %1 条 · F8 记事</source>
        <translation>Latest %1 · F8 note</translation>
    </message>
</context>
<context>
    <name>ObjectsDialog</name>
    <message>
        <source>导出图上对象</source>
        <translation>Export objects of the map</translation>
    </message>
    <message>
        <source>至多 %1</source>
        <translation>at most %1</translation>
    </message>
    <message>
        <source>含人员与车辆的实时行踪：谁、何时、导出多少，记入台账</source>
        <translation>Tells where people and vehicles are: who exported how much and when goes into the ledger</translation>
    </message>
    <message>
        <source>哪些</source>
        <translation>Which</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>行踪（敏感）</source>
        <translation>Whereabouts (sensitive)</translation>
    </message>
    <message>
        <source>经纬度 CGCS2000（EPSG:4490），时间 UTC ISO 8601</source>
        <translation>Degrees CGCS2000 (EPSG:4490), times UTC ISO 8601</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>鹰眼：全市与当前视野</source>
        <translation>Overview: the whole city and what is in view</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>地名、旧名、代码、拼音、首字母、坐标、事件号、力量、命令</source>
        <translation>Place, old name, code, pinyin, initials, coordinate, case, unit, command</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · 回车 执行 · Esc 收回</source>
        <translation>↑ ↓ choose · Enter do · Esc close</translation>
    </message>
    <message>
        <source>可输入：29.02 105.87、29°01′12″N 105°52′12″E、35 584757 3211798</source>
        <translation>For example: 29.02 105.87, 29°01′12″N 105°52′12″E, 35 584757 3211798</translation>
    </message>
    <message>
        <source>没有找到。可输入：永川、yc、500118、29.02 105.87、E-0117、派单</source>
        <translation>Nothing found. Try: 永川, yc, 500118, 29.02 105.87, a case number, dispatch</translation>
    </message>
</context>
<context>
    <name>PlantsPanel</name>
    <message>
        <source>目录中没有电厂。resources/catalogue/plants.csv 有行时列在这里</source>
        <translation>No plants in the catalogue; rows of resources/catalogue/plants.csv are listed here</translation>
    </message>
    <message>
        <source>%1 座，在役 %2 座 %3 MW；出力未接入遥测</source>
        <translation>%1 plants, %2 in service with %3 MW; output not telemetered</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>正在绘制预览…</source>
        <translation>Drawing the preview…</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>没有未结事件
确认报警（空格）或登记新事件（Ctrl+N）后列在这里
最重最久的在最上</source>
        <translation>No open case
Confirm an alarm (Space) or report a case (Ctrl+N)
The gravest and oldest come first</translation>
    </message>
    <message>
        <source>只看超时</source>
        <translation>Overdue only</translation>
    </message>
    <message>
        <source>未结 %1</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>共 </source>
        <translation>All </translation>
    </message>
    <message>
        <source> · 超时 %1</source>
        <translation> · overdue %1</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>播放、暂停（空格）</source>
        <translation>Play, pause (Space)</translation>
    </message>
    <message>
        <source>播放速度（↑ ↓）</source>
        <translation>Speed (↑ ↓)</translation>
    </message>
    <message>
        <source>回放时刻</source>
        <translation>Moment played</translation>
    </message>
    <message>
        <source>回到现在 Esc</source>
        <translation>Back to now Esc</translation>
    </message>
    <message>
        <source>结束回放</source>
        <translation>End the playback</translation>
    </message>
    <message>
        <source>回放</source>
        <translation>Playback</translation>
    </message>
</context>
<context>
    <name>ReportCaseDialog</name>
    <message>
        <source>十进制、度分秒或 CGCS2000 3° 带坐标</source>
        <translation>Decimal, DMS or CGCS2000 3° zone</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>读不懂这个坐标</source>
        <translation>This coordinate cannot be read</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source> 天</source>
        <translation> days</translation>
    </message>
    <message>
        <source>保留天数</source>
        <translation>Days kept</translation>
    </message>
    <message>
        <source>理由（必填）</source>
        <translation>Reason (required)</translation>
    </message>
    <message>
        <source>收到超过 %1 天的定位立即删除，不能恢复；台账里已有的位置不受影响</source>
        <translation>Positions received more than %1 days ago are deleted at once, for good; those already in the ledger stay</translation>
    </message>
    <message>
        <source>行踪是敏感个人信息，只留必要的时间。自收到起算，%1–%2 天；到期逐分钟删除并抹去，改动记入台账</source>
        <translation>Whereabouts are sensitive personal data, kept only as long as needed. Counted from receipt, %1–%2 days; what is over is deleted and overwritten every minute; the change goes into the ledger</translation>
    </message>
    <message>
        <source>更改 ⏎</source>
        <translation>Change ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Leave Esc</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>没有导出：%1</source>
        <translation>Not exported: %1</translation>
    </message>
    <message>
        <source>已取消，没有写入文件</source>
        <translation>Cancelled; no file was written</translation>
    </message>
</context>
<context>
    <name>ScaleBox</name>
    <message>
        <source>比例尺</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>比例尺：输入如 1:50000，回车前往</source>
        <translation>Scale: write such as 1:50000, Enter goes there</translation>
    </message>
    <message>
        <source>不是比例尺：应如 1:50000，在 1:100 与 1:100 000 000 之间</source>
        <translation>Not a scale: write such as 1:50000, between 1:100 and 1:100 000 000</translation>
    </message>
</context>
<context>
    <name>ScaleRange</name>
    <message>
        <source>最近</source>
        <translation>nearest</translation>
    </message>
    <message>
        <source>最远</source>
        <translation>farthest</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>any</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Ctrl+K 搜索、命令：地名 · 拼音 · 坐标 · 事件号</source>
        <translation>Ctrl+K search, commands: place · pinyin · coordinate · case</translation>
    </message>
</context>
<context>
    <name>SecondBar</name>
    <message>
        <source>辖区层级</source>
        <translation>Level of areas</translation>
    </message>
    <message>
        <source>图层 Ctrl+L</source>
        <translation>Layers Ctrl+L</translation>
    </message>
    <message>
        <source>Ctrl+M、Esc 关闭</source>
        <translation>Ctrl+M, Esc close</translation>
    </message>
    <message>
        <source>联动：%1</source>
        <translation>Link: %1</translation>
    </message>
</context>
<context>
    <name>SecondWindow</name>
    <message>
        <source>渝图 第二张地图</source>
        <translation>Yutu second map</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>设置</source>
        <translation>Set up</translation>
    </message>
</context>
<context>
    <name>ShortCardDialog</name>
    <message>
        <source>短报文设置</source>
        <translation>Short messages</translation>
    </message>
    <message>
        <source>没有接入</source>
        <translation>None joined</translation>
    </message>
    <message>
        <source>%1（现在没有这个来源）</source>
        <translation>%1 (no such source now)</translation>
    </message>
    <message>
        <source>来源（串口或 TCP 客户端）</source>
        <translation>Source (serial or TCP client)</translation>
    </message>
    <message>
        <source>语句</source>
        <translation>Sentences</translation>
    </message>
    <message>
        <source>承载</source>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>待答（分钟）</source>
        <translation>Answer within (min)</translation>
    </message>
    <message>
        <source>只采信经此来源收到的短报文；卡号、等级和服务频度由卡自己报</source>
        <translation>Only short messages from this source are believed; the card tells its number, level and period itself</translation>
    </message>
    <message>
        <source>保存 ⏎</source>
        <translation>Save ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
</context>
<context>
    <name>ShortOrderDialog</name>
    <message>
        <source>附言</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>附言，可不填：事项、位置、等级、时限都在码里</source>
        <translation>Text, may be empty: class, place, grade and limit are in the code</translation>
    </message>
    <message>
        <source>明文，可打字或念出</source>
        <translation>In words, to be typed or read out</translation>
    </message>
    <message>
        <source>承载</source>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>待答（分钟）</source>
        <translation>Answer within (min)</translation>
    </message>
    <message>
        <source>容量</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>何时发</source>
        <translation>Goes</translation>
    </message>
    <message>
        <source>明文</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>到时没有答复就标“未确认”，不会自动重发；明文可以打字发送或在电台里念</source>
        <translation>Without an answer in time it is called not confirmed and is never sent again by itself; the words can be typed or read out over the radio</translation>
    </message>
    <message>
        <source>列入待发 ⏎</source>
        <translation>Put in the queue ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
</context>
<context>
    <name>ShortShowDialog</name>
    <message>
        <source>明文，可打字或念出</source>
        <translation>In words, to be typed or read out</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
</context>
<context>
    <name>ShortSide</name>
    <message>
        <source>电台里读来的明文：渝收1 任… 校…，回车录入</source>
        <translation>Words read over the radio: 渝收1 任… 校… or YTRCP1 /T… /Z…, Enter takes them in</translation>
    </message>
    <message>
        <source>电台里读来的明文</source>
        <translation>Words read over the radio</translation>
    </message>
</context>
<context>
    <name>ShortsPanel</name>
    <message>
        <source>没有短报文
派遣后对有北斗卡的力量按 Ctrl+Shift+N 发调度令；收到的也列在这里</source>
        <translation>No short messages
After dispatch, Ctrl+Shift+N orders a unit that has a BeiDou card; what comes in is listed here too</translation>
    </message>
    <message>
        <source>待发 %1 · 已发 %2 · 未确认 %3 · 待看 %4</source>
        <translation>Waiting %1 · sent %2 · not confirmed %3 · to read %4</translation>
    </message>
    <message>
        <source>短报文%1：%2</source>
        <translation>Short message, %1: %2</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>%1 ⏎</source>
        <translation>%1 ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>信源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>没有信源，收不到任何终端。按 N 添加</source>
        <translation>No sources: no terminal is heard. N adds one</translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>1 小时前</source>
        <translation>1 hour ago</translation>
    </message>
    <message>
        <source>4 小时前</source>
        <translation>4 hours ago</translation>
    </message>
    <message>
        <source>本日班 08:00</source>
        <translation>Day shift 08:00</translation>
    </message>
    <message>
        <source>昨日此时</source>
        <translation>Yesterday now</translation>
    </message>
    <message>
        <source>左：08:00 或 11-20 08:00</source>
        <translation>Left: 08:00 or 11-20 08:00</translation>
    </message>
    <message>
        <source>右：空着就是现在</source>
        <translation>Right: empty for now</translation>
    </message>
    <message>
        <source>右边回到现在</source>
        <translation>Now on the right</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>结束对比 Esc</source>
        <translation>End Esc</translation>
    </message>
    <message>
        <source>前后对比</source>
        <translation>Before and after</translation>
    </message>
    <message>
        <source>看不懂，或还没到这个时刻；写 08:00 或 2026-11-20 08:00</source>
        <translation>Not understood, or not past yet; write 08:00 or 2026-11-20 08:00</translation>
    </message>
    <message>
        <source>正在还原台账 %1%</source>
        <translation>Folding the ledger %1%</translation>
    </message>
</context>
<context>
    <name>SplitLine</name>
    <message>
        <source>对比线：左右键移动</source>
        <translation>Line between: Left and Right move it</translation>
    </message>
</context>
<context>
    <name>SplitMap</name>
    <message>
        <source>已停止，未还原</source>
        <translation>Stopped, not shown</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Ctrl+/ 快捷键</source>
        <translation>Ctrl+/ keys</translation>
    </message>
    <message>
        <source>十进制度</source>
        <translation>Decimal degrees</translation>
    </message>
    <message>
        <source>度分秒</source>
        <translation>Degrees minutes seconds</translation>
    </message>
    <message>
        <source>CGCS2000 3° 带</source>
        <translation>CGCS2000 3° zones</translation>
    </message>
    <message>
        <source>指针移到地图上显示坐标</source>
        <translation>Coordinates follow the pointer</translation>
    </message>
    <message>
        <source>选中 %1</source>
        <translation>Chosen %1</translation>
    </message>
    <message>
        <source>◆ 终端待准入 %1</source>
        <translation>◆ terminals waiting: %1</translation>
    </message>
    <message>
        <source>到终端 Alt+E</source>
        <translation>To the terminals, Alt+E</translation>
    </message>
    <message>
        <source>● 库 正常 #%1 %2</source>
        <translation>● Store ok #%1 %2</translation>
    </message>
    <message>
        <source>⚠ 库 异常：%1</source>
        <translation>⚠ Store trouble: %1</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>共 %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>%1 / 共 %2</source>
        <translation>%1 / of %2</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>没有符合筛选的行。Esc 清除筛选</source>
        <translation>No row fits the filter. Esc clears it</translation>
    </message>
</context>
<context>
    <name>TerminalTextDialog</name>
    <message>
        <source>收件终端</source>
        <translation>To</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>语音播读</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source> 分钟</source>
        <translation> min</translation>
    </message>
    <message>
        <source>不等，不在线即告知</source>
        <translation>no: say so at once</translation>
    </message>
    <message>
        <source>不在线时等</source>
        <translation>Wait if offline</translation>
    </message>
    <message>
        <source>%1 / %2 字节</source>
        <translation>%1 / %2 bytes</translation>
    </message>
    <message>
        <source> · 终端不能显示：%1</source>
        <translation> · the terminal cannot show: %1</translation>
    </message>
    <message>
        <source>● 在线，立即发出</source>
        <translation>● online, goes at once</translation>
    </message>
    <message>
        <source>○ 不在线</source>
        <translation>○ offline</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>%1 ⏎</source>
        <translation>%1 ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
</context>
<context>
    <name>TerminalsPanel</name>
    <message>
        <source>没有登记终端
终端来注册后先在这里等候准入；E 预先登记一个号码</source>
        <translation>No terminals are registered
One that registers waits here first to be let in; E enters a number beforehand</translation>
    </message>
    <message>
        <source>待准入 %1 · 在册 %2，新近收到 %3 · 停用 %4 · 拒绝 %5</source>
        <translation>waiting %1 · let in %2, heard lately %3 · suspended %4 · refused %5</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 天</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 天</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>日期范围</source>
        <translation>Range of days</translation>
    </message>
    <message>
        <source>热力半径</source>
        <translation>Radius of the heat</translation>
    </message>
    <message>
        <source>读取 %1 / %2</source>
        <translation>Reading %1 / %2</translation>
    </message>
    <message>
        <source>%1 / %2 件</source>
        <translation>%1 / %2 cases</translation>
    </message>
    <message>
        <source>作废与并入他案的不计；另有 %1 件没有位置</source>
        <translation>Void and merged cases are not counted; %1 more have no position</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>来去</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>24 小时：登记 %1，办结 %2，报警 %3；4 小时内到期 %4</source>
        <translation>24 hours: %1 reported, %2 ended, %3 alerts; %4 fall due within 4 hours</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>还没有可排的时刻
事件立案后，期限与每个动作按时间列在这里</source>
        <translation>No moments yet
Once a case is filed, its limits and acts are listed here by time</translation>
    </message>
    <message>
        <source>将到 %1 · 已过 %2</source>
        <translation>To come %1 · past %2</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>渝图 城运值班台</source>
        <translation>Yutu duty desk</translation>
    </message>
    <message>
        <source>演示</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>值班台</source>
        <translation>Duty desk</translation>
    </message>
    <message>
        <source>北斗终端 %1</source>
        <translation>BeiDou %1</translation>
    </message>
    <message>
        <source>终端 %1</source>
        <translation>Term. %1</translation>
    </message>
    <message>
        <source>（模拟）</source>
        <translation>(simulated)</translation>
    </message>
</context>
<context>
    <name>TrackChart</name>
    <message>
        <source>速度 km/h</source>
        <translation>km/h</translation>
    </message>
    <message>
        <source>高程 m</source>
        <translation>m high</translation>
    </message>
</context>
<context>
    <name>TrackRows</name>
    <message>
        <source>去掉这条轨迹</source>
        <translation>Take this track away</translation>
    </message>
</context>
<context>
    <name>TracksDialog</name>
    <message>
        <source>导出轨迹</source>
        <translation>Export tracks</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>%1：%2 点</source>
        <translation>%1: %2 fixes</translation>
    </message>
    <message>
        <source>轨迹</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>经纬度 CGCS2000（文件中按 WGS 84），时间 UTC；断开处分段，存疑点单列</source>
        <translation>Degrees CGCS2000 (as WGS 84 in the file), times UTC; a segment for each part, doubted fixes by themselves</translation>
    </message>
    <message>
        <source>含人员与车辆的行踪：谁、何时、导出多少，记入台账</source>
        <translation>Holds whereabouts of people and vehicles: who exported how much, and when, goes into the ledger</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
</context>
<context>
    <name>TracksHead</name>
    <message>
        <source>添加终端或力量…</source>
        <translation>Add a terminal or unit…</translation>
    </message>
    <message>
        <source>起：08:00 或 11-20 08:00</source>
        <translation>From: 08:00 or 11-20 08:00</translation>
    </message>
    <message>
        <source>止：空着就是现在</source>
        <translation>To: empty is now</translation>
    </message>
    <message>
        <source>断开 &gt; </source>
        <translation>Gap &gt; </translation>
    </message>
    <message>
        <source> 分钟</source>
        <translation> min</translation>
    </message>
    <message>
        <source>超过这么久没有定位，轨迹在此断开</source>
        <translation>After so long without a fix the track is broken</translation>
    </message>
    <message>
        <source>所选事件各力量，自派遣到办结（Alt+I）</source>
        <translation>The units of the chosen case, from dispatch until they were done (Alt+I)</translation>
    </message>
    <message>
        <source>看不懂：写 08:00 或 2026-11-20 08:00，起在止之前</source>
        <translation>Not a span: write 08:00 or 2026-11-20 08:00, the begin before the end</translation>
    </message>
</context>
<context>
    <name>TracksList</name>
    <message>
        <source>更改保留期…</source>
        <translation>Change the term…</translation>
    </message>
    <message>
        <source>定位保留 %1 天（自收到起）</source>
        <translation>Positions kept %1 days (from receipt)</translation>
    </message>
    <message>
        <source> · 最早 %1</source>
        <translation> · oldest %1</translation>
    </message>
    <message>
        <source> · %1 清除 %2 点</source>
        <translation> · %1 deleted %2</translation>
    </message>
</context>
<context>
    <name>UnitCardDialog</name>
    <message>
        <source>力量</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>%1 · 卡 %2</source>
        <translation>%1 · card %2</translation>
    </message>
    <message>
        <source>数字，不带前导零也可；留空表示没有</source>
        <translation>Digits, leading zeros or not; empty for none</translation>
    </message>
    <message>
        <source>登记 ⏎</source>
        <translation>Enter it ⏎</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
</context>
<context>
    <name>UnitsPanel</name>
    <message>
        <source>没有登记力量
终端注册并编入力量后列在这里；Ctrl+K 可查找</source>
        <translation>No unit is enrolled
Units are listed here once enrolled; Ctrl+K finds them</translation>
    </message>
    <message>
        <source>共 %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>%1，在办 %2，待命 %3</source>
        <translation>%1, at work %2, free %3</translation>
    </message>
    <message>
        <source>，%1 定位不明 %2</source>
        <translation>, %1 position unknown %2</translation>
    </message>
    <message>
        <source>，未编入终端 %1</source>
        <translation>, terminals without a unit %1</translation>
    </message>
</context>
<context>
    <name>WallDialog</name>
    <message>
        <source>大屏设置</source>
        <translation>Wall display settings</translation>
    </message>
    <message>
        <source>按屏幕自报</source>
        <translation>As the screen says</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>日间</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>确定 回车</source>
        <translation>OK Enter</translation>
    </message>
    <message>
        <source>取消 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
    <message>
        <source>观看距离</source>
        <translation>Viewing distance</translation>
    </message>
    <message>
        <source>屏幕对角线</source>
        <translation>Screen diagonal</translation>
    </message>
    <message>
        <source>配色</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>像素 %1 mm，字 %2 px，视角 %3′</source>
        <translation>Pixel %1 mm, letters %2 px, %3′ of arc</translation>
    </message>
    <message>
        <source>；屏幕放不下 20′ 的字，只够在 %4 m 内看清</source>
        <translation>; too small a screen for 20′: readable from within %4 m</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>渝图 大屏</source>
        <translation>Yutu wall display</translation>
    </message>
</context>
<context>
    <name>Watermark</name>
    <message>
        <source>演示</source>
        <translation>DEMO</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>底图，最上面的在前</source>
        <translation>Base maps, the topmost first</translation>
    </message>
    <message>
        <source>空格开关，左右键调透明度，Alt+上下键改次序，Delete 移除，回车 重试或停止读取</source>
        <translation>Space switches, Left and Right fade, Alt+Up and Alt+Down move, Delete removes, Enter tries again or stops reading</translation>
    </message>
</context>
<context>
    <name>act</name>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>立案条件</source>
        <translation>Filing condition</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>并入事件</source>
        <translation>Merge into case</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>主办</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Assist</translation>
    </message>
    <message>
        <source>力量</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>为何不派第一名</source>
        <translation>Why not the first</translation>
    </message>
    <message>
        <source>核查人</source>
        <translation>Checker</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>有新证据</source>
        <translation>New evidence</translation>
    </message>
    <message>
        <source>结案条件已满足</source>
        <translation>Closing condition met</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>误差（米）</source>
        <translation>Accuracy (m)</translation>
    </message>
    <message>
        <source>无定位</source>
        <translation>No position</translation>
    </message>
    <message>
        <source>挂账至</source>
        <translation>Suspended until</translation>
    </message>
    <message>
        <source>期间安全措施</source>
        <translation>Safety measure meanwhile</translation>
    </message>
    <message>
        <source>答复方式</source>
        <translation>Answered by</translation>
    </message>
    <message>
        <source>对方答复人</source>
        <translation>Who answered</translation>
    </message>
    <message>
        <source>派遣员意见</source>
        <translation>Dispatcher&apos;s opinion</translation>
    </message>
    <message>
        <source>终端号码</source>
        <translation>Number of the terminal</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>语音播读</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>间隔（秒）</source>
        <translation>Interval (s)</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>False alarm</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>已处置</source>
        <translation>Already handled</translation>
    </message>
    <message>
        <source>非本地</source>
        <translation>Not local</translation>
    </message>
    <message>
        <source>网格员采集</source>
        <translation>Grid worker</translation>
    </message>
    <message>
        <source>热线</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>公众</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>感知设备</source>
        <translation>Sensor</translation>
    </message>
    <message>
        <source>上级交办</source>
        <translation>From above</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>存在</source>
        <translation>Exists</translation>
    </message>
    <message>
        <source>不存在</source>
        <translation>Does not exist</translation>
    </message>
    <message>
        <source>无法核实</source>
        <translation>Cannot be verified</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>无法核查</source>
        <translation>Cannot be checked</translation>
    </message>
    <message>
        <source>问题不存在</source>
        <translation>No such problem</translation>
    </message>
    <message>
        <source>不符合立案条件</source>
        <translation>Condition not met</translation>
    </message>
    <message>
        <source>不属受理范围</source>
        <translation>Out of scope</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>已缓解</source>
        <translation>Mitigated</translation>
    </message>
    <message>
        <source>未发现问题</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>北斗短报文</source>
        <translation>BeiDou message</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>支持申诉</source>
        <translation>Supports the appeal</translation>
    </message>
    <message>
        <source>不支持申诉</source>
        <translation>Opposes the appeal</translation>
    </message>
    <message>
        <source> 分钟</source>
        <translation> min</translation>
    </message>
    <message>
        <source>未选</source>
        <translation>Not chosen</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>报警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>前往</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>View</translation>
    </message>
    <message>
        <source>值班台</source>
        <translation>Duty desk</translation>
    </message>
    <message>
        <source>下一条未确认报警</source>
        <translation>Next unconfirmed alarm</translation>
    </message>
    <message>
        <source>确认报警，转为事件</source>
        <translation>Confirm the alarm into a case</translation>
    </message>
    <message>
        <source>看过全部Ⅲ、Ⅳ级报警</source>
        <translation>Mark all grade Ⅲ and Ⅳ alarms as seen</translation>
    </message>
    <message>
        <source>排除报警（写明理由）</source>
        <translation>Dismiss the alarm (with reason)</translation>
    </message>
    <message>
        <source>搁置报警（限时，写明理由）</source>
        <translation>Shelve the alarm (timed, with reason)</translation>
    </message>
    <message>
        <source>并入已有事件</source>
        <translation>Merge into a case</translation>
    </message>
    <message>
        <source>在地图上定位</source>
        <translation>Locate on the map</translation>
    </message>
    <message>
        <source>静音 2 分钟（不是确认）</source>
        <translation>Silence for 2 min (does not confirm)</translation>
    </message>
    <message>
        <source>立案</source>
        <translation>File</translation>
    </message>
    <message>
        <source>派单：1–9 选力量，回车 派出</source>
        <translation>Dispatch: 1–9 choose, Enter sends</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>办结反馈</source>
        <translation>Feed back</translation>
    </message>
    <message>
        <source>下一步：核查、结案</source>
        <translation>Next step: check, close</translation>
    </message>
    <message>
        <source>督办、升级</source>
        <translation>Supervise, raise</translation>
    </message>
    <message>
        <source>撤回派遣（写明理由）</source>
        <translation>Recall the unit (with a reason)</translation>
    </message>
    <message>
        <source>重派刚撤回的力量</source>
        <translation>Dispatch again the unit just recalled</translation>
    </message>
    <message>
        <source>发短报文调度令…</source>
        <translation>Order by short message…</translation>
    </message>
    <message>
        <source>把派单文字发到终端…</source>
        <translation>Send the order to the terminal as text…</translation>
    </message>
    <message>
        <source>此刻可做的全部动作</source>
        <translation>All acts allowed now</translation>
    </message>
    <message>
        <source>登记新事件</source>
        <translation>Report a new case</translation>
    </message>
    <message>
        <source>队列下一条</source>
        <translation>Next in queue</translation>
    </message>
    <message>
        <source>队列上一条</source>
        <translation>Previous in queue</translation>
    </message>
    <message>
        <source>搜索与命令</source>
        <translation>Search and commands</translation>
    </message>
    <message>
        <source>前往坐标</source>
        <translation>Go to coordinate</translation>
    </message>
    <message>
        <source>到辖区</source>
        <translation>To places</translation>
    </message>
    <message>
        <source>到地图</source>
        <translation>To map</translation>
    </message>
    <message>
        <source>到事件队列</source>
        <translation>To queue</translation>
    </message>
    <message>
        <source>到事件详情</source>
        <translation>To case detail</translation>
    </message>
    <message>
        <source>到看板</source>
        <translation>To boards</translation>
    </message>
    <message>
        <source>到短报文</source>
        <translation>To the short messages</translation>
    </message>
    <message>
        <source>到终端</source>
        <translation>To the terminals</translation>
    </message>
    <message>
        <source>到图层</source>
        <translation>To the layers</translation>
    </message>
    <message>
        <source>全市范围</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>缩放到所选</source>
        <translation>Zoom to the chosen</translation>
    </message>
    <message>
        <source>输入比例尺</source>
        <translation>Write a scale</translation>
    </message>
    <message>
        <source>北朝上</source>
        <translation>North up</translation>
    </message>
    <message>
        <source>地图左转 15°</source>
        <translation>Turn left 15°</translation>
    </message>
    <message>
        <source>地图右转 15°</source>
        <translation>Turn right 15°</translation>
    </message>
    <message>
        <source>上一视野</source>
        <translation>Previous extent</translation>
    </message>
    <message>
        <source>下一视野</source>
        <translation>Next extent</translation>
    </message>
    <message>
        <source>存为书签</source>
        <translation>Keep as a bookmark</translation>
    </message>
    <message>
        <source>到书签</source>
        <translation>Go to bookmarks</translation>
    </message>
    <message>
        <source>选择工具</source>
        <translation>Select</translation>
    </message>
    <message>
        <source>查询工具</source>
        <translation>Identify</translation>
    </message>
    <message>
        <source>量距离</source>
        <translation>Measure line</translation>
    </message>
    <message>
        <source>量面积</source>
        <translation>Measure area</translation>
    </message>
    <message>
        <source>量方位</source>
        <translation>Measure bearing</translation>
    </message>
    <message>
        <source>框选</source>
        <translation>Select by box</translation>
    </message>
    <message>
        <source>圈选</source>
        <translation>Select by lasso</translation>
    </message>
    <message>
        <source>圆选</source>
        <translation>Select by circle</translation>
    </message>
    <message>
        <source>缓冲区</source>
        <translation>Buffer</translation>
    </message>
    <message>
        <source>在地图上画半径圈</source>
        <translation>Draw rings of reach</translation>
    </message>
    <message>
        <source>所选事件的半径圈</source>
        <translation>Rings about the chosen case</translation>
    </message>
    <message>
        <source>半径与估算速度…</source>
        <translation>Radii and speed…</translation>
    </message>
    <message>
        <source>在地图上登记事件</source>
        <translation>Report a case on the map</translation>
    </message>
    <message>
        <source>画围栏</source>
        <translation>Draw a fence</translation>
    </message>
    <message>
        <source>画圆形围栏</source>
        <translation>Draw a round fence</translation>
    </message>
    <message>
        <source>在十字处落点</source>
        <translation>Set a point at the crosshair</translation>
    </message>
    <message>
        <source>图中央的右键菜单</source>
        <translation>Menu at the middle of the map</translation>
    </message>
    <message>
        <source>到围栏</source>
        <translation>Go to fences</translation>
    </message>
    <message>
        <source>到选中</source>
        <translation>Go to what is selected</translation>
    </message>
    <message>
        <source>到轨迹</source>
        <translation>To the tracks</translation>
    </message>
    <message>
        <source>所选终端的轨迹</source>
        <translation>Track of the chosen terminal</translation>
    </message>
    <message>
        <source>所选事件各力量的轨迹</source>
        <translation>Tracks of the units of the chosen case</translation>
    </message>
    <message>
        <source>回放轨迹</source>
        <translation>Play the tracks</translation>
    </message>
    <message>
        <source>信源与拒收</source>
        <translation>Sources and refusals</translation>
    </message>
    <message>
        <source>存为图片…</source>
        <translation>Save as picture…</translation>
    </message>
    <message>
        <source>导出图上对象…</source>
        <translation>Export objects of the map…</translation>
    </message>
    <message>
        <source>导出页面、打印…</source>
        <translation>Export a page, print…</translation>
    </message>
    <message>
        <source>日间、夜间</source>
        <translation>Day, night</translation>
    </message>
    <message>
        <source>全屏</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>只看地图</source>
        <translation>Map only</translation>
    </message>
    <message>
        <source>第二张地图</source>
        <translation>Second map</translation>
    </message>
    <message>
        <source>前后对比</source>
        <translation>Before and after</translation>
    </message>
    <message>
        <source>大屏</source>
        <translation>Wall display</translation>
    </message>
    <message>
        <source>把当前视野送上大屏</source>
        <translation>Send this view to the wall</translation>
    </message>
    <message>
        <source>大屏设置…</source>
        <translation>Wall display settings…</translation>
    </message>
    <message>
        <source>缩放动画开关</source>
        <translation>Smooth zoom on or off</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>收回、取消</source>
        <translation>Close, cancel</translation>
    </message>
    <message>
        <source>导入边界文件…</source>
        <translation>Import boundaries…</translation>
    </message>
    <message>
        <source>导入底图…</source>
        <translation>Import a base map…</translation>
    </message>
    <message>
        <source>校验台账</source>
        <translation>Verify the ledger</translation>
    </message>
    <message>
        <source>写值班记事</source>
        <translation>Write a duty note</translation>
    </message>
    <message>
        <source>短报文设置…</source>
        <translation>Short messages…</translation>
    </message>
    <message>
        <source>锁定值班台</source>
        <translation>Lock the console</translation>
    </message>
    <message>
        <source>选用区划…</source>
        <translation>Choose the division…</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>关于渝图</source>
        <translation>About Yutu</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>again</name>
    <message>
        <source>先在队列中选一件事件（J、K）</source>
        <translation>Choose a case in the queue first (J, K)</translation>
    </message>
    <message>
        <source>这件事件没有刚撤回的派遣可重派</source>
        <translation>No dispatch of this case was just recalled</translation>
    </message>
    <message>
        <source>撤回后重派</source>
        <translation>Sent again after a recall</translation>
    </message>
</context>
<context>
    <name>base_maps</name>
    <message>
        <source>导入底图</source>
        <translation>Import a base map</translation>
    </message>
    <message>
        <source>%1：没有导入，%2</source>
        <translation>%1: not imported, %2</translation>
    </message>
</context>
<context>
    <name>bindings</name>
    <message>
        <source>前往坐标：十进制、度分秒或 CGCS2000 3° 带</source>
        <translation>Go to coordinate: decimal, DMS or CGCS2000 3° zone</translation>
    </message>
</context>
<context>
    <name>case</name>
    <message>
        <source>本阶段无期限</source>
        <translation>No limit in this stage</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>超时（免责）</source>
        <translation>Overdue (exempt)</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Supervised</translation>
    </message>
    <message>
        <source>返工 %1 次</source>
        <translation>Rework %1×</translation>
    </message>
    <message>
        <source>并入 %1</source>
        <translation>Merged into %1</translation>
    </message>
    <message>
        <source>%1 提议强制结案</source>
        <translation>%1 proposes forced close</translation>
    </message>
    <message>
        <source>延期待批</source>
        <translation>Extension asked</translation>
    </message>
    <message>
        <source>挂账待值班长批</source>
        <translation>Suspension with the supervisor</translation>
    </message>
    <message>
        <source>挂账待批</source>
        <translation>Suspension asked</translation>
    </message>
    <message>
        <source>上提中</source>
        <translation>Passing up</translation>
    </message>
    <message>
        <source>下沉中</source>
        <translation>Passing down</translation>
    </message>
    <message>
        <source>申诉中</source>
        <translation>Under appeal</translation>
    </message>
    <message>
        <source>现属中心</source>
        <translation>Centre now</translation>
    </message>
    <message>
        <source>暂停计时</source>
        <translation>Paused clocks</translation>
    </message>
    <message>
        <source>待批申请</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>已延期 %1 次</source>
        <translation>extended ×%1</translation>
    </message>
    <message>
        <source>挂账至 %1</source>
        <translation>suspended until %1</translation>
    </message>
    <message>
        <source>%1 %2：%3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>至 %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>应于 %1 前签收</source>
        <translation>to be signed for by %1</translation>
    </message>
    <message>
        <source>%1 同意</source>
        <translation>%1 agreed</translation>
    </message>
    <message>
        <source>%1 不同意</source>
        <translation>%1 disagreed</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>：%1</source>
        <translation>: %1</translation>
    </message>
    <message>
        <source>辖区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>邻界</source>
        <translation>Near border</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>坐标</source>
        <translation>Coordinate</translation>
    </message>
    <message>
        <source>无定位：只有辖区或文字</source>
        <translation>No position: place or text only</translation>
    </message>
    <message>
        <source>误差</source>
        <translation>accuracy</translation>
    </message>
    <message>
        <source>定位</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>接收</source>
        <translation>Received</translation>
    </message>
    <message>
        <source> · 晚到 %1</source>
        <translation> · late by %1</translation>
    </message>
    <message>
        <source>误差圈还触及 %1</source>
        <translation>The error circle also touches %1</translation>
    </message>
    <message>
        <source>，另有 %1 处</source>
        <translation> and %1 more</translation>
    </message>
    <message>
        <source>未定（立案时选定）</source>
        <translation>Open (chosen when filing)</translation>
    </message>
    <message>
        <source>持续</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>已恢复</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>尚未派遣。F2 在建议力量中选择并派出</source>
        <translation>Not dispatched yet. F2 chooses among the recommended units</translation>
    </message>
    <message>
        <source>台账中还没有这件事的记录</source>
        <translation>Nothing in the ledger about this case yet</translation>
    </message>
    <message>
        <source>更早 %1 条见值班日志（只看所选事件）</source>
        <translation>%1 earlier ones: see the log (Chosen case only)</translation>
    </message>
</context>
<context>
    <name>charting</name>
    <message>
        <source>先选一件有位置的事件，或在地图上点圆心</source>
        <translation>First choose a case that has a position, or click the middle on the map</translation>
    </message>
    <message>
        <source>半径圈</source>
        <translation>Rings of reach</translation>
    </message>
    <message>
        <source>半径（km，一至六个）</source>
        <translation>Radii (km, one to six)</translation>
    </message>
    <message>
        <source>估算速度（km/h）</source>
        <translation>Assumed speed (km/h)</translation>
    </message>
    <message>
        <source>到达时间按直线距离和这个速度估算，不含道路、地形和出动准备</source>
        <translation>Times are straight distance at this speed, without roads, terrain or turnout</translation>
    </message>
    <message>
        <source>缓冲 %1</source>
        <translation>Buffer %1</translation>
    </message>
    <message>
        <source>距离（米，可写 2 km）</source>
        <translation>Distance (m, or 2 km)</translation>
    </message>
    <message>
        <source>GRS80 椭球；线和面在以其中心为原点的横轴墨卡托平面上计算，误差随结果说明</source>
        <translation>GRS80; lines and areas in a transverse Mercator plane about their own middle, the error is told with the result</translation>
    </message>
    <message>
        <source>半径圈 %1 km，按 %2 km/h 直线估算</source>
        <translation>Rings %1 km, straight line at %2 km/h</translation>
    </message>
</context>
<context>
    <name>choosing</name>
    <message>
        <source>这件事件没有位置</source>
        <translation>This case has no position</translation>
    </message>
    <message>
        <source>这条报警没有位置</source>
        <translation>This alarm has no position</translation>
    </message>
    <message>
        <source>%1 没有定位</source>
        <translation>%1 has no fix</translation>
    </message>
    <message>
        <source>域外</source>
        <translation>Outside the city</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message>
        <source>超 %1</source>
        <translation>late %1</translation>
    </message>
    <message>
        <source>剩 %1</source>
        <translation>left %1</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>拒绝原因</source>
        <translation>Why refused</translation>
    </message>
    <message>
        <source>域外或无定位</source>
        <translation>Outside, or no position</translation>
    </message>
    <message>
        <source>待命</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>域外</source>
        <translation>Outside the city</translation>
    </message>
    <message>
        <source>该力量的终端没有上报过可信定位</source>
        <translation>This unit&apos;s terminal has sent no trusted fix</translation>
    </message>
    <message>
        <source>搁置至 %1</source>
        <translation>Shelved until %1</translation>
    </message>
    <message>
        <source>● 持续</source>
        <translation>● Active</translation>
    </message>
    <message>
        <source>○ 已恢复</source>
        <translation>○ Returned</translation>
    </message>
    <message>
        <source>终端 %1</source>
        <translation>Term. %1</translation>
    </message>
    <message>
        <source>级</source>
        <translation>Gr.</translation>
    </message>
    <message>
        <source>上报 %1</source>
        <translation>Reported %1</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>状态 / 计时</source>
        <translation>State / clock</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>力量 / 终端</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>源状态</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>力量</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>速度</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>定位</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>未编入</source>
        <translation>No unit</translation>
    </message>
    <message>
        <source>未收到定位</source>
        <translation>No fix yet</translation>
    </message>
    <message>
        <source>驻地 %1</source>
        <translation>Stationed at %1</translation>
    </message>
    <message>
        <source>接收</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>误差</source>
        <translation>accuracy</translation>
    </message>
    <message>
        <source>%1 人</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>此状态起</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>时刻</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>距今</source>
        <translation>Ago</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>首次并网</source>
        <translation>synced</translation>
    </message>
    <message>
        <source>燃气</source>
        <translation>Gas</translation>
    </message>
    <message>
        <source>燃煤</source>
        <translation>Coal</translation>
    </message>
    <message>
        <source>水电</source>
        <translation>Hydro</translation>
    </message>
    <message>
        <source>瓦斯</source>
        <translation>Mine gas</translation>
    </message>
    <message>
        <source>状态不明</source>
        <translation>State unknown</translation>
    </message>
    <message>
        <source>没有人报告过它在运行、备用还是停运，不作猜测</source>
        <translation>Nobody reported whether it runs, stands by or is out; no guess is made</translation>
    </message>
    <message>
        <source>无坐标 · 未上图</source>
        <translation>Not on the map</translation>
    </message>
    <message>
        <source>来源没有给出坐标，地图上不画</source>
        <translation>Its source gives no coordinates: not drawn on the map</translation>
    </message>
    <message>
        <source>电厂</source>
        <translation>Plant</translation>
    </message>
    <message>
        <source>燃料</source>
        <translation>Fuel</translation>
    </message>
    <message>
        <source>容量</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>投运阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>可用状态</source>
        <translation>Availability</translation>
    </message>
    <message>
        <source>出力</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>尚未接入机组遥测，出力不作猜测</source>
        <translation>No telemetry yet; output is not guessed</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>Seq.</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>无定位</source>
        <translation>No position</translation>
    </message>
    <message>
        <source>协</source>
        <translation>assist</translation>
    </message>
    <message>
        <source>直线</source>
        <translation>Straight</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>at work</translation>
    </message>
    <message>
        <source>围栏</source>
        <translation>Fences</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>面积</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>What</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>状态、类型</source>
        <translation>State, kind</translation>
    </message>
    <message>
        <source>距离、地点</source>
        <translation>Distance, place</translation>
    </message>
    <message>
        <source>即发</source>
        <translation>now</translation>
    </message>
    <message>
        <source>%1 后发</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>限 %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>卡 %1</source>
        <translation>Card %1</translation>
    </message>
    <message>
        <source>（无附言）</source>
        <translation>(no text)</translation>
    </message>
    <message>
        <source>短报文</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>With</translation>
    </message>
    <message>
        <source>事件/次</source>
        <translation>Case/turn</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>最近收到</source>
        <translation>Last heard</translation>
    </message>
    <message>
        <source>下发</source>
        <translation>Sent down</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>By</translation>
    </message>
    <message>
        <source>信源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>何处</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>连接</source>
        <translation>Peers</translation>
    </message>
    <message>
        <source>条/秒</source>
        <translation>Msg/s</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>拒收</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>拒收、存疑的理由</source>
        <translation>Reason of refusal or doubt</translation>
    </message>
    <message>
        <source>本次</source>
        <translation>This run</translation>
    </message>
    <message>
        <source>历来入账</source>
        <translation>Kept ever</translation>
    </message>
</context>
<context>
    <name>console</name>
    <message>
        <source>没有代码为 %1 的辖区</source>
        <translation>No place has the code %1</translation>
    </message>
    <message>
        <source>%1 是演示库，不能当正式库用</source>
        <translation>%1 is a demonstration and no real desk</translation>
    </message>
    <message>
        <source>%1 是正式库，不能用来演示</source>
        <translation>%1 is a real desk and not for demonstrations</translation>
    </message>
    <message>
        <source>值班员</source>
        <translation>Officer</translation>
    </message>
</context>
<context>
    <name>desk_acts</name>
    <message>
        <source>台账完好：%1 条，一环未断</source>
        <translation>The ledger is sound: %1 entries, no link broken</translation>
    </message>
    <message>
        <source>台账有问题：%1 %2</source>
        <translation>The ledger has a problem: %1 %2</translation>
    </message>
    <message>
        <source>缩放动画已开</source>
        <translation>Smooth zoom is on</translation>
    </message>
    <message>
        <source>缩放动画已关</source>
        <translation>Smooth zoom is off</translation>
    </message>
</context>
<context>
    <name>dispatch</name>
    <message>
        <source>直线 %1</source>
        <translation>%1 straight</translation>
    </message>
    <message>
        <source>距离不明</source>
        <translation>Distance unknown</translation>
    </message>
    <message>
        <source>没有定位</source>
        <translation>No fix</translation>
    </message>
    <message>
        <source>定位新（%1前）</source>
        <translation>Fix fresh (%1 ago)</translation>
    </message>
    <message>
        <source>定位偏旧（%1前）</source>
        <translation>Fix old (%1 ago)</translation>
    </message>
    <message>
        <source>定位过旧（%1前），位置不明</source>
        <translation>Fix too old (%1 ago), position unknown</translation>
    </message>
    <message>
        <source>%1：本类事件首选</source>
        <translation>%1: first choice for this class</translation>
    </message>
    <message>
        <source>%1：本类事件可用</source>
        <translation>%1: fit for this class</translation>
    </message>
    <message>
        <source>%1：类型不符</source>
        <translation>%1: of another kind</translation>
    </message>
    <message>
        <source>待命</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>正在办 %1</source>
        <translation>At work on %1</translation>
    </message>
    <message>
        <source>没有登记任何力量</source>
        <translation>No unit is enrolled</translation>
    </message>
    <message>
        <source>事件没有定位，不能按距离排序</source>
        <translation>The case has no position; no order by distance</translation>
    </message>
    <message>
        <source>%1 台没有定位</source>
        <translation>%1 without a fix</translation>
    </message>
    <message>
        <source>%1 台定位已超 %2 分钟</source>
        <translation>%1 with fixes older than %2 min</translation>
    </message>
    <message>
        <source>%2 km 内没有%1</source>
        <translation>No %1 within %2 km</translation>
    </message>
    <message>
        <source>没有%1力量</source>
        <translation>No %1 unit</translation>
    </message>
    <message>
        <source>%1 %2 支全部在办</source>
        <translation>%1: all %2 at work</translation>
    </message>
</context>
<context>
    <name>division</name>
    <message>
        <source>选用哪个区划：下次启动生效，台账不变</source>
        <translation>Which division: opened at the next start, the ledger stays as it is</translation>
    </message>
    <message>
        <source>区划</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>自有边界</source>
        <translation>own boundaries</translation>
    </message>
    <message>
        <source>%1 起施行</source>
        <translation>in force since %1</translation>
    </message>
    <message>
        <source>现在打开的</source>
        <translation>open now</translation>
    </message>
    <message>
        <source>没有记下选用的区划：%1</source>
        <translation>The division was not kept: %1</translation>
    </message>
    <message>
        <source>选用 %1 年区划，就是现在打开的</source>
        <translation>Division %1 chosen, which is the one open now</translation>
    </message>
    <message>
        <source>已记下 %1，但启动命令里的 --edition 优先；去掉它才生效</source>
        <translation>%1 is kept, but --edition in the start command comes first; leave it out</translation>
    </message>
    <message>
        <source>已记下 %1，下次启动生效</source>
        <translation>%1 is kept and opens at the next start</translation>
    </message>
    <message>
        <source>现在就重新打开控制台？Esc 留到下次启动</source>
        <translation>Open the console anew now? Esc leaves it to the next start</translation>
    </message>
    <message>
        <source>现在重新打开，用 %1</source>
        <translation>Open anew now, with %1</translation>
    </message>
    <message>
        <source>下次启动时再换</source>
        <translation>Change at the next start</translation>
    </message>
    <message>
        <source>未提交的填写会丢失；终端会自己重连</source>
        <translation>what was typed and not sent is lost; terminals connect again by themselves</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>此处 %1 件，放大后逐件可选</source>
        <translation>%1 cases here; zoom in to choose one</translation>
    </message>
    <message>
        <source>还有 %1 件，放大后分开</source>
        <translation>%1 more; zoom in to tell them apart</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>已送打印机，台账已记</source>
        <translation>Sent to the printer and noted in the ledger</translation>
    </message>
    <message>
        <source>已导出 %1 · 台账 #%2 记有 SHA-256</source>
        <translation>Exported %1 · its SHA-256 is in ledger #%2</translation>
    </message>
    <message>
        <source>台账 #%1 %2 · 制图 %3</source>
        <translation>Ledger #%1 %2 · made %3</translation>
    </message>
    <message>
        <source>演示</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>%1态势图</source>
        <translation>Situation of %1</translation>
    </message>
    <message>
        <source>数据时刻 %1</source>
        <translation>Data of %1</translation>
    </message>
    <message>
        <source>演示：终端与事件均为虚构</source>
        <translation>Demonstration: terminals and cases are invented</translation>
    </message>
    <message>
        <source>缺少打印组件 libcups2；可以存为 PDF 再打印</source>
        <translation>Printing needs libcups2, which is missing; save as PDF and print that</translation>
    </message>
    <message>
        <source>没有可用的打印机；可以存为 PDF 再打印</source>
        <translation>There is no printer; save as PDF and print that</translation>
    </message>
    <message>
        <source>打印机没有接受这一页</source>
        <translation>The printer did not take this page</translation>
    </message>
    <message>
        <source>地图图片 PNG（所见范围）</source>
        <translation>Picture of the map, PNG (as in view)</translation>
    </message>
    <message>
        <source>页面 PDF（矢量）</source>
        <translation>Page, PDF (vector)</translation>
    </message>
    <message>
        <source>页面 SVG（矢量）</source>
        <translation>Page, SVG (vector)</translation>
    </message>
    <message>
        <source>页面图片 PNG</source>
        <translation>Page as a picture, PNG</translation>
    </message>
    <message>
        <source>%1 已经存在，要替换吗？</source>
        <translation>%1 is there already. Replace it?</translation>
    </message>
    <message>
        <source>所画选区内</source>
        <translation>In the drawn area</translation>
    </message>
    <message>
        <source>当前选中的</source>
        <translation>What is selected</translation>
    </message>
    <message>
        <source>当前视野内</source>
        <translation>In view</translation>
    </message>
    <message>
        <source>未结事件</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>未立案报警</source>
        <translation>Alerts that are no case</translation>
    </message>
    <message>
        <source>电厂</source>
        <translation>Plants</translation>
    </message>
    <message>
        <source>围栏</source>
        <translation>Fences</translation>
    </message>
    <message>
        <source>行政区</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>标绘</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <source>力量及其位置</source>
        <translation>Units and where they are</translation>
    </message>
    <message>
        <source>终端位置</source>
        <translation>Where terminals are</translation>
    </message>
    <message>
        <source>行政区有 %1 个，太多：请放大或去掉这一层</source>
        <translation>%1 places are too many: zoom in, or leave this layer out</translation>
    </message>
    <message>
        <source>没有可导出的对象</source>
        <translation>There is nothing to export</translation>
    </message>
    <message>
        <source>没有可导出的轨迹</source>
        <translation>There is no track to export</translation>
    </message>
</context>
<context>
    <name>fences</name>
    <message>
        <source>全部终端</source>
        <translation>all terminals</translation>
    </message>
    <message>
        <source>取自 %1</source>
        <translation>taken from %1</translation>
    </message>
</context>
<context>
    <name>fencing</name>
    <message>
        <source>取自%1的边界，示意边界照旧标明</source>
        <translation>Taken from the border of %1; generated borders stay marked as such</translation>
    </message>
    <message>
        <source>简化到 %1 m 以内</source>
        <translation>simplified to within %1 m</translation>
    </message>
    <message>
        <source>撤除围栏 %1</source>
        <translation>Remove fence %1</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>撤除后不再看守；台账留下记录</source>
        <translation>It watches no more; the ledger keeps the record</translation>
    </message>
</context>
<context>
    <name>finders</name>
    <message>
        <source>没写带号，按 %1 带</source>
        <translation>no zone given, as zone %1</translation>
    </message>
    <message>
        <source>坐标</source>
        <translation>Coordinate</translation>
    </message>
    <message>
        <source>书签</source>
        <translation>Bookmark</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>力量</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>原%1，%2 前</source>
        <translation>formerly %1, before %2</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 分钟</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 小时</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 天</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1后</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1前</source>
        <translation>%1 ago</translation>
    </message>
    <message>
        <source>3° 带 %1：X %2 Y %3</source>
        <translation>3° zone %1: X %2 Y %3</translation>
    </message>
    <message>
        <source>白班</source>
        <translation>Day shift</translation>
    </message>
    <message>
        <source>夜班</source>
        <translation>Night shift</translation>
    </message>
</context>
<context>
    <name>found</name>
    <message>
        <source>框选</source>
        <translation>Select by box</translation>
    </message>
    <message>
        <source>圈选</source>
        <translation>Select by lasso</translation>
    </message>
    <message>
        <source>圆选</source>
        <translation>Select by circle</translation>
    </message>
    <message>
        <source>缓冲</source>
        <translation>Buffer</translation>
    </message>
    <message>
        <source>辖区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>围栏</source>
        <translation>Fences</translation>
    </message>
    <message>
        <source>%1 清点中 %2，Esc 停止</source>
        <translation>%1: counting %2, Esc to stop</translation>
    </message>
    <message>
        <source>%1 未清点</source>
        <translation>%1: not counted</translation>
    </message>
    <message>
        <source>未结 %1</source>
        <translation>open %1</translation>
    </message>
    <message>
        <source>列出距中心最近 %1 件</source>
        <translation>nearest %1 to the middle listed</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>预警</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>力量</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>电厂</source>
        <translation>Plants</translation>
    </message>
    <message>
        <source>全部事件</source>
        <translation>All cases</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>open</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>边线误差不超过 %1 m</source>
        <translation>edge within %1 m</translation>
    </message>
    <message>
        <source>距选区中心 %1</source>
        <translation>%1 from the middle</translation>
    </message>
    <message>
        <source>%1 km 圈</source>
        <translation>%1 km ring</translation>
    </message>
</context>
<context>
    <name>identified</name>
    <message>
        <source>事件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>预警</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>电厂</source>
        <translation>Plants</translation>
    </message>
    <message>
        <source>坐标 CGCS2000（回车 复制）</source>
        <translation>Coordinate CGCS2000 (Enter copies)</translation>
    </message>
    <message>
        <source>全部事件 %1 件</source>
        <translation>All events: %1</translation>
    </message>
    <message>
        <source>（未具名）</source>
        <translation>(unnamed)</translation>
    </message>
    <message>
        <source>底图 %1</source>
        <translation>Base map %1</translation>
    </message>
    <message>
        <source>变电站名录（≥110 kV，不全；OpenStreetMap 2025-02）</source>
        <translation>Substations (≥110 kV, not complete; OpenStreetMap 2025-02)</translation>
    </message>
    <message>
        <source>还有 %1 项，放大后分开</source>
        <translation>%1 more, zoom in to part them</translation>
    </message>
    <message>
        <source>围栏</source>
        <translation>Fences</translation>
    </message>
    <message>
        <source>水系（1:400 万）</source>
        <translation>Water (1:4,000,000)</translation>
    </message>
    <message>
        <source>辖区</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>轨迹 %1 %2</source>
        <translation>Track %1 %2</translation>
    </message>
    <message>
        <source>高程 %1</source>
        <translation>height %1</translation>
    </message>
    <message>
        <source>精度 %1</source>
        <translation>accuracy %1</translation>
    </message>
    <message>
        <source>收到迟 %1</source>
        <translation>heard %1 later</translation>
    </message>
    <message>
        <source>补报</source>
        <translation>told late</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>导入边界文件</source>
        <translation>Import boundaries</translation>
    </message>
    <message>
        <source>没有导入：%1</source>
        <translation>Not imported: %1</translation>
    </message>
    <message>
        <source>接受 %1 个，拒绝 %2 个；下次启动生效</source>
        <translation>Accepted %1, refused %2; in force from the next start</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Return</translation>
    </message>
</context>
<context>
    <name>map</name>
    <message>
        <source>示意边界</source>
        <translation>Generated borders</translation>
    </message>
    <message>
        <source>水系示意（1:400 万）</source>
        <translation>Rivers, schematic (1:4,000,000)</translation>
    </message>
    <message>
        <source>数据来源见“关于”</source>
        <translation>Sources: see About</translation>
    </message>
    <message>
        <source>北</source>
        <translation>N</translation>
    </message>
    <message>
        <source>长</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>%1 段</source>
        <translation>%1 segments</translation>
    </message>
    <message>
        <source>边自相交，没有面积</source>
        <translation>edges cross, no area</translation>
    </message>
    <message>
        <source>面积</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>方位 %1 · 反方位 %2 · %3</source>
        <translation>bearing %1 · back %2 · %3</translation>
    </message>
    <message>
        <source>周长</source>
        <translation>Perimeter</translation>
    </message>
    <message>
        <source>地势</source>
        <translation>Relief</translation>
    </message>
    <message>
        <source>辖区设色</source>
        <translation>Areas coloured</translation>
    </message>
    <message>
        <source>水系</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>经纬网</source>
        <translation>Graticule</translation>
    </message>
    <message>
        <source>网格线</source>
        <translation>Grid lines</translation>
    </message>
    <message>
        <source>底图</source>
        <translation>Base maps</translation>
    </message>
    <message>
        <source>道路与铁路</source>
        <translation>Roads and railways</translation>
    </message>
    <message>
        <source>行政界线</source>
        <translation>Borders</translation>
    </message>
    <message>
        <source>事件热力</source>
        <translation>Heat of cases</translation>
    </message>
    <message>
        <source>历史轨迹</source>
        <translation>Tracks of any time</translation>
    </message>
    <message>
        <source>全部事件</source>
        <translation>All cases</translation>
    </message>
    <message>
        <source>车站</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>变电站</source>
        <translation>Substations</translation>
    </message>
    <message>
        <source>公里网（CGCS2000 3° 带）</source>
        <translation>Kilometres (CGCS2000 3° zones)</translation>
    </message>
    <message>
        <source>围栏</source>
        <translation>Fences</translation>
    </message>
    <message>
        <source>轨迹</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>派遣连线</source>
        <translation>Dispatch lines</translation>
    </message>
    <message>
        <source>电厂</source>
        <translation>Plants</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>地名</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>轨迹起止与回放</source>
        <translation>Ends and playback of tracks</translation>
    </message>
    <message>
        <source>求救</source>
        <translation>Calls for help</translation>
    </message>
    <message>
        <source>事件与预警</source>
        <translation>Cases and alarms</translation>
    </message>
    <message>
        <source>标绘</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>鹰眼</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>域外</source>
        <translation>Outside the city</translation>
    </message>
    <message>
        <source>预警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>新</source>
        <translation>new</translation>
    </message>
    <message>
        <source>超 2 分</source>
        <translation>&gt; 2 min</translation>
    </message>
    <message>
        <source>超 10 分</source>
        <translation>&gt; 10 min</translation>
    </message>
    <message>
        <source>位置（放大后分类型与新旧）</source>
        <translation>Position (kind and age when closer)</translation>
    </message>
    <message>
        <source>有超时</source>
        <translation>some overdue</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>open</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>%1%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>District</translation>
    </message>
    <message>
        <source>镇街</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>村社</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>并网</source>
        <translation>On grid</translation>
    </message>
    <message>
        <source>在役·状态不明</source>
        <translation>In service · state unknown</translation>
    </message>
    <message>
        <source>启停·调试</source>
        <translation>Start-stop, trial run</translation>
    </message>
    <message>
        <source>停机</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>故障停机</source>
        <translation>Tripped</translation>
    </message>
    <message>
        <source>检修</source>
        <translation>Overhaul</translation>
    </message>
    <message>
        <source>在建</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>退役</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>超时占比 %</source>
        <translation>overdue %</translation>
    </message>
    <message>
        <source>未结/万网格</source>
        <translation>open / 10k grids</translation>
    </message>
    <message>
        <source>到场用时 分（30 天中位）</source>
        <translation>arrival min (30-day median)</translation>
    </message>
    <message>
        <source>道路</source>
        <translation>Roads</translation>
    </message>
    <message>
        <source>高速、快速</source>
        <translation>motorway, trunk</translation>
    </message>
    <message>
        <source>干道</source>
        <translation>main</translation>
    </message>
    <message>
        <source>轨道</source>
        <translation>Rails</translation>
    </message>
    <message>
        <source>地铁、轻轨</source>
        <translation>metro</translation>
    </message>
    <message>
        <source>地物</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>绿地</source>
        <translation>green</translation>
    </message>
    <message>
        <source>建成区</source>
        <translation>built-up area</translation>
    </message>
    <message>
        <source>自有要素</source>
        <translation>Own features</translation>
    </message>
    <message>
        <source>点</source>
        <translation>points</translation>
    </message>
    <message>
        <source>线</source>
        <translation>lines</translation>
    </message>
    <message>
        <source>面</source>
        <translation>areas</translation>
    </message>
    <message>
        <source>水面</source>
        <translation>water</translation>
    </message>
    <message>
        <source>自有面要素</source>
        <translation>own area</translation>
    </message>
    <message>
        <source>溪渠</source>
        <translation>stream</translation>
    </message>
    <message>
        <source>河流</source>
        <translation>river</translation>
    </message>
    <message>
        <source>建筑</source>
        <translation>building</translation>
    </message>
    <message>
        <source>机场</source>
        <translation>aerodrome</translation>
    </message>
    <message>
        <source>跑道、滑行道</source>
        <translation>runway, taxiway</translation>
    </message>
    <message>
        <source>小路</source>
        <translation>path</translation>
    </message>
    <message>
        <source>支路</source>
        <translation>minor road</translation>
    </message>
    <message>
        <source>次要道路</source>
        <translation>tertiary road</translation>
    </message>
    <message>
        <source>次干道</source>
        <translation>secondary road</translation>
    </message>
    <message>
        <source>主干道</source>
        <translation>primary road</translation>
    </message>
    <message>
        <source>快速干道</source>
        <translation>trunk road</translation>
    </message>
    <message>
        <source>高速公路</source>
        <translation>motorway</translation>
    </message>
    <message>
        <source>轨道交通</source>
        <translation>metro, light rail</translation>
    </message>
    <message>
        <source>铁路</source>
        <translation>railway</translation>
    </message>
    <message>
        <source>自有线要素</source>
        <translation>own line</translation>
    </message>
    <message>
        <source>自有点要素</source>
        <translation>own point</translation>
    </message>
    <message>
        <source>调试·首次并网</source>
        <translation>commissioning · synchronised</translation>
    </message>
    <message>
        <source>%1 km · %2 分</source>
        <translation>%1 km · %2 min</translation>
    </message>
    <message>
        <source>按 %1 km/h 直线估算</source>
        <translation>straight line at %1 km/h</translation>
    </message>
    <message>
        <source>事件数 每 %1 见方</source>
        <translation>Cases in %1 by %1</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>含未结，最重一级</source>
        <translation>some open, gravest first</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>热力 件/km²</source>
        <translation>Heat, cases/km²</translation>
    </message>
    <message>
        <source>关注</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>禁入</source>
        <translation>Keep out</translation>
    </message>
    <message>
        <source>驻守</source>
        <translation>Keep in</translation>
    </message>
    <message>
        <source>此刻无定位，最后 %1</source>
        <translation>no fix then, last %1</translation>
    </message>
    <message>
        <source>回放 %1</source>
        <translation>Playback %1</translation>
    </message>
    <message>
        <source>断开</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>补报</source>
        <translation>Told late</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubted</translation>
    </message>
    <message>
        <source>停留</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>map_menu</name>
    <message>
        <source>此终端的轨迹（24 小时）</source>
        <translation>Track of this terminal (24 hours)</translation>
    </message>
    <message>
        <source>此终端：发文字、查位置、跟踪…</source>
        <translation>This terminal: text, ask position, track…</translation>
    </message>
    <message>
        <source>打开此事件</source>
        <translation>Open this case</translation>
    </message>
    <message>
        <source>以此事件为中心画半径圈</source>
        <translation>Rings about this case</translation>
    </message>
    <message>
        <source>查询此处各图层</source>
        <translation>Identify all layers here</translation>
    </message>
    <message>
        <source>在此登记事件…</source>
        <translation>Report a case here…</translation>
    </message>
    <message>
        <source>在此画半径圈</source>
        <translation>Rings about this point</translation>
    </message>
    <message>
        <source>半径与速度…</source>
        <translation>Radii and speed…</translation>
    </message>
    <message>
        <source>在此缓冲…</source>
        <translation>Buffer here…</translation>
    </message>
    <message>
        <source>钉在此处</source>
        <translation>Pin this point</translation>
    </message>
    <message>
        <source>复制坐标</source>
        <translation>Copy coordinate</translation>
    </message>
    <message>
        <source>清除标绘</source>
        <translation>Clear the drawing</translation>
    </message>
    <message>
        <source>围栏 %1</source>
        <translation>Fence %1</translation>
    </message>
    <message>
        <source>其中的事件和力量</source>
        <translation>Cases and units within</translation>
    </message>
    <message>
        <source>改形状</source>
        <translation>Reshape</translation>
    </message>
    <message>
        <source>改名称、类别</source>
        <translation>Name and kind</translation>
    </message>
    <message>
        <source>周边缓冲…</source>
        <translation>Buffer around…</translation>
    </message>
    <message>
        <source>撤除…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>前往</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>以本区划建围栏…</source>
        <translation>Make a fence of this place…</translation>
    </message>
</context>
<context>
    <name>map_tools</name>
    <message>
        <source>查询：单击查看此处各图层 · 按 . 查十字处 · Esc 退出</source>
        <translation>Identify: click for all layers here · press . at the crosshair · Esc leaves</translation>
    </message>
    <message>
        <source>半径圈：单击圆心或事件 · 按 . 在十字处 · Esc 清除</source>
        <translation>Rings: click the middle or a case · press . at the crosshair · Esc clears</translation>
    </message>
    <message>
        <source>登记事件：单击发生地点 · 按 . 在十字处 · Esc 退出</source>
        <translation>Report a case: click where it happened · press . at the crosshair · Esc leaves</translation>
    </message>
    <message>
        <source>框选：拖出方框，或按 . 落两角 · Esc 清除</source>
        <translation>Box: drag a box, or press . at two corners · Esc clears</translation>
    </message>
    <message>
        <source>圆选：从圆心拖到圆周，或按 . 落两点 · Esc 清除</source>
        <translation>Circle: drag from the middle to the rim, or press . twice · Esc clears</translation>
    </message>
    <message>
        <source>圆形围栏：从圆心拖到圆周，或按 . 落两点 · Esc 清除</source>
        <translation>Round fence: drag from the middle to the rim, or press . twice · Esc clears</translation>
    </message>
    <message>
        <source>圈选：按住画一圈，或逐点落、回车 闭合 · Esc 清除</source>
        <translation>Lasso: hold and draw round, or set points, Enter closes · Esc clears</translation>
    </message>
    <message>
        <source>围栏：单击落点，吸附边界，Alt 不吸附 · Backspace 退一点 · 双击或 回车 闭合 · Esc 清除</source>
        <translation>Fence: click points, they snap to borders, Alt does not · Backspace takes one back · double click or Enter closes · Esc clears</translation>
    </message>
    <message>
        <source>改围栏：拖顶点、边或整体 · [ ] 换顶点，Ctrl+方向键挪 · I 加 Delete 删 · Ctrl+Z 撤销 · 回车 保存 · Esc 放弃</source>
        <translation>Fence: drag a vertex, an edge or all · [ ] next vertex, Ctrl+arrows nudge · I adds, Delete removes · Ctrl+Z undo · Enter saves · Esc leaves</translation>
    </message>
    <message>
        <source>量距：单击落点 · Backspace 退一点 · 双击或 回车 结束 · Esc 清除</source>
        <translation>Distance: click points · Backspace takes one back · double click or Enter ends · Esc clears</translation>
    </message>
    <message>
        <source>量面：单击落点 · Backspace 退一点 · 双击或 回车 结束 · Esc 清除</source>
        <translation>Area: click points · Backspace takes one back · double click or Enter ends · Esc clears</translation>
    </message>
    <message>
        <source>量方位：单击起点，再单击终点 · 真北起顺时针 · Esc 清除</source>
        <translation>Bearing: click the start, then the end · clockwise from true north · Esc clears</translation>
    </message>
    <message>
        <source>缓冲：单击一点或一线 · Backspace 退一点 · 双击或 回车 定距离 · Esc 清除</source>
        <translation>Buffer: click a point or a line · Backspace takes one back · double click or Enter asks the distance · Esc clears</translation>
    </message>
</context>
<context>
    <name>map_work</name>
    <message>
        <source>此处在市域之外</source>
        <translation>This is outside the city</translation>
    </message>
    <message>
        <source>已复制 %1</source>
        <translation>Copied %1</translation>
    </message>
</context>
<context>
    <name>panes</name>
    <message>
        <source>辖区</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>辖</source>
        <translation>Pl</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>层</source>
        <translation>La</translation>
    </message>
    <message>
        <source>书签</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <source>签</source>
        <translation>Bk</translation>
    </message>
    <message>
        <source>围栏</source>
        <translation>Fences</translation>
    </message>
    <message>
        <source>栏</source>
        <translation>F</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>队</source>
        <translation>Qu</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>详</source>
        <translation>Ca</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Units for it</translation>
    </message>
    <message>
        <source>建</source>
        <translation>Re</translation>
    </message>
    <message>
        <source>力量看板</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>力</source>
        <translation>Un</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>终</source>
        <translation>Tm</translation>
    </message>
    <message>
        <source>短报文</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>短</source>
        <translation>Ms</translation>
    </message>
    <message>
        <source>时间线</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>时</source>
        <translation>Ti</translation>
    </message>
    <message>
        <source>轨迹</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>轨</source>
        <translation>Tk</translation>
    </message>
    <message>
        <source>电厂</source>
        <translation>Plants</translation>
    </message>
    <message>
        <source>电</source>
        <translation>Pw</translation>
    </message>
    <message>
        <source>值班日志</source>
        <translation>Duty log</translation>
    </message>
    <message>
        <source>志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>报警一览</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>报</source>
        <translation>Al</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>选</source>
        <translation>S</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>辖区</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
</context>
<context>
    <name>scenes</name>
    <message>
        <source>演示数据</source>
        <translation>Demonstration data</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>代 %1</source>
        <translation> for %1</translation>
    </message>
    <message>
        <source>%1（代）</source>
        <translation>%1 (proxy)</translation>
    </message>
    <message>
        <source>：%1</source>
        <translation>: %1</translation>
    </message>
</context>
<context>
    <name>shorts</name>
    <message>
        <source>→ %1 · 卡 %2 · 第 %3 次</source>
        <translation>→ %1 · card %2 · turn %3</translation>
    </message>
    <message>
        <source>→ %1 · 没有登记北斗卡号</source>
        <translation>→ %1 · no BeiDou card is entered</translation>
    </message>
    <message>
        <source>（模拟卡）</source>
        <translation> (simulated card)</translation>
    </message>
    <message>
        <source>%1/%2 bit · 附言汉字 %3 个</source>
        <translation>%1/%2 bit · %3 Chinese characters of text</translation>
    </message>
    <message>
        <source>超出 %1 bit，装不下：“%2”</source>
        <translation>%1 bit too many; does not fit: “%2”</translation>
    </message>
    <message>
        <source>还可写 %1 个汉字</source>
        <translation>room for %1 more</translation>
    </message>
    <message>
        <source>字典 %1</source>
        <translation>dictionary %1</translation>
    </message>
    <message>
        <source>没有接入北斗卡</source>
        <translation>No BeiDou card is joined</translation>
    </message>
    <message>
        <source>第 %1 位</source>
        <translation>Place %1</translation>
    </message>
    <message>
        <source>立即可发</source>
        <translation>may go at once</translation>
    </message>
    <message>
        <source>%1 后（%2）</source>
        <translation>in %1 (%2)</translation>
    </message>
    <message>
        <source>先选一个已派遣的事件</source>
        <translation>Choose a dispatched case first</translation>
    </message>
    <message>
        <source>所选事件没有派出的力量</source>
        <translation>The chosen case has no unit on its way</translation>
    </message>
    <message>
        <source>调度令明文</source>
        <translation>The order in words</translation>
    </message>
    <message>
        <source>第 %1 次发出 ⏎</source>
        <translation>Send for the time no. %1 ⏎</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>待发的撤下；已发的不再等，记录照旧</source>
        <translation>What waits is taken out; what has gone is waited for no longer; the record stays</translation>
    </message>
    <message>
        <source>模拟的北斗卡</source>
        <translation>Simulated BeiDou card</translation>
    </message>
    <message>
        <source>短报文设置已保存</source>
        <translation>Short messages: saved</translation>
    </message>
    <message>
        <source>放行</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>重发…</source>
        <translation>Send again…</translation>
    </message>
    <message>
        <source>放弃…</source>
        <translation>Give up…</translation>
    </message>
    <message>
        <source>已阅</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>明文</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>到事件</source>
        <translation>To the case</translation>
    </message>
    <message>
        <source>卡号…</source>
        <translation>Cards…</translation>
    </message>
    <message>
        <source>字典…</source>
        <translation>Dictionary…</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Set up…</translation>
    </message>
    <message>
        <source>没有接入北斗卡：在“设置”里选定来源</source>
        <translation>No BeiDou card is joined: choose its source under “Set up”</translation>
    </message>
    <message>
        <source>卡 %1</source>
        <translation>card %1</translation>
    </message>
    <message>
        <source>%1 s 一条</source>
        <translation>one in %1 s</translation>
    </message>
    <message>
        <source>%1 级</source>
        <translation>level %1</translation>
    </message>
    <message>
        <source>模拟</source>
        <translation>simulated</translation>
    </message>
    <message>
        <source>发往卡 %1 · %2 · %3/%4 bit · 限 %5 分钟答复</source>
        <translation>To card %1 · %2 · %3/%4 bit · answer within %5 min</translation>
    </message>
    <message>
        <source>收到答复 %1 次，重复 %2，不一致 %3</source>
        <translation>Answers %1, repeats %2, differing %3</translation>
    </message>
    <message>
        <source>第 %1 次：%2（%3），%4</source>
        <translation>No. %1: %2 (%3), %4</translation>
    </message>
    <message>
        <source>尚未交卡</source>
        <translation>not given to the card yet</translation>
    </message>
    <message>
        <source>%1 交卡</source>
        <translation>given to the card %1</translation>
    </message>
    <message>
        <source>，未发出：%1</source>
        <translation>, not sent: %1</translation>
    </message>
    <message>
        <source>电台口述</source>
        <translation>Read over the radio</translation>
    </message>
    <message>
        <source>来自卡 %1</source>
        <translation>From card %1</translation>
    </message>
    <message>
        <source>重复收到 %1 次</source>
        <translation>came again %1 times</translation>
    </message>
    <message>
        <source>已办：%1</source>
        <translation>Done: %1</translation>
    </message>
    <message>
        <source>未办：%1</source>
        <translation>Not done: %1</translation>
    </message>
    <message>
        <source>保存短报文字典</source>
        <translation>Save the dictionary of short messages</translation>
    </message>
    <message>
        <source>文本 (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>字典没有存成：%1</source>
        <translation>The dictionary was not saved: %1</translation>
    </message>
    <message>
        <source>短报文字典 %1 已存为 %2</source>
        <translation>The dictionary %1 is saved as %2</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>这一行读不出，没有启动；原样留着，直到清除</source>
        <translation>This row cannot be read and was not started; it stays as it is until it is cleared away</translation>
    </message>
    <message>
        <source>快慢 %1 倍</source>
        <translation>speed %1×</translation>
    </message>
    <message>
        <source>只有本机能连</source>
        <translation>this machine alone may connect</translation>
    </message>
    <message>
        <source>对外开放，名单为空：谁也连不上</source>
        <translation>opened, the list is empty: nobody can connect</translation>
    </message>
    <message>
        <source>对外开放，只收：%1</source>
        <translation>opened, hears only: %1</translation>
    </message>
    <message>
        <source>选…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>录下的报文</source>
        <translation>Recorded messages</translation>
    </message>
    <message>
        <source>本机以外、名单以内的也能连；记入台账</source>
        <translation>hosts on the list may connect too; noted in the ledger</translation>
    </message>
    <message>
        <source>什么也不说</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>gpsd 的 ?WATCH</source>
        <translation>?WATCH of gpsd</translation>
    </message>
    <message>
        <source>放完从头再来</source>
        <translation>begin again at the end</translation>
    </message>
    <message>
        <source>信源“%1”不通：%2</source>
        <translation>Source “%1” does not work: %2</translation>
    </message>
    <message>
        <source>信源的设置有 %1 行读不出，没有启动</source>
        <translation>%1 rows of the sources cannot be read and were not started</translation>
    </message>
    <message>
        <source>第 %1 行</source>
        <translation>row %1</translation>
    </message>
    <message>
        <source>添加 N</source>
        <translation>Add N</translation>
    </message>
    <message>
        <source>改 回车</source>
        <translation>Edit Enter</translation>
    </message>
    <message>
        <source>停用 空格</source>
        <translation>Disable Space</translation>
    </message>
    <message>
        <source>删除 Delete</source>
        <translation>Remove Delete</translation>
    </message>
    <message>
        <source>清除读不出的</source>
        <translation>Clear unreadable</translation>
    </message>
    <message>
        <source>每路限额…</source>
        <translation>Limits…</translation>
    </message>
    <message>
        <source>启用 空格</source>
        <translation>Enable Space</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>再按一次：清除读不出的 %1 行，记入台账；Esc 保留</source>
        <translation>Once more: clear away %1 unreadable rows, noted in the ledger; Esc keeps them</translation>
    </message>
    <message>
        <source>再按一次 Delete 删除“%1”：停止 %2，断开 %3 个连接，记入台账；Esc 保留</source>
        <translation>Delete once more removes “%1”: %2 stops, %3 connections are cut, noted in the ledger; Esc keeps it</translation>
    </message>
    <message>
        <source>本次启动时由命令行指定，不保存</source>
        <translation>Named on the command line for this run; not kept</translation>
    </message>
    <message>
        <source>改动立刻生效并记入台账；停用或删除只断开这一个信源</source>
        <translation>Changes take effect at once and are noted in the ledger; disabling or removing cuts this source alone</translation>
    </message>
</context>
<context>
    <name>split</name>
    <message>
        <source>时刻 %1（%2）</source>
        <translation>As of %1 (%2)</translation>
    </message>
    <message>
        <source>现在 %1</source>
        <translation>Now %1</translation>
    </message>
    <message>
        <source>比左边：未结 +%1 −%2 · 超时 +%3 −%4</source>
        <translation>Against left: open +%1 −%2 · overdue +%3 −%4</translation>
    </message>
    <message>
        <source>正在还原台账…</source>
        <translation>Folding the ledger…</translation>
    </message>
    <message>
        <source>未结 %1 · 超时 %2</source>
        <translation>Open %1 · overdue %2</translation>
    </message>
</context>
<context>
    <name>terminals</name>
    <message>
        <source>换机</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>在地图上定位</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <source>同一设备已登记在号码 %1 下</source>
        <translation>The same device is registered under number %1</translation>
    </message>
    <message>
        <source>厂商</source>
        <translation>maker</translation>
    </message>
    <message>
        <source>型号</source>
        <translation>model</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>device</translation>
    </message>
    <message>
        <source>车牌</source>
        <translation>plate</translation>
    </message>
    <message>
        <source>协议</source>
        <translation>protocol</translation>
    </message>
    <message>
        <source>换机：%1</source>
        <translation>Device replaced: %1</translation>
    </message>
    <message>
        <source>%1“%2”</source>
        <translation>%1 “%2”</translation>
    </message>
    <message>
        <source>（发 %1 次）</source>
        <translation> (sent %1 times)</translation>
    </message>
    <message>
        <source>首次 %1，最近 %2，记 %3 次，来自 %4</source>
        <translation>first %1, last %2, noted %3 times, from %4</translation>
    </message>
    <message>
        <source>%1 · 力量 %2</source>
        <translation>%1 · unit %2</translation>
    </message>
    <message>
        <source>理由：%1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>还没有领鉴权码，等它注册</source>
        <translation>It has no code yet: it gets one when it registers</translation>
    </message>
    <message>
        <source>拒绝过的设备：%1</source>
        <translation>Devices turned away: %1</translation>
    </message>
    <message>
        <source>%1 不在终端登记中</source>
        <translation>%1 is not on the register of terminals</translation>
    </message>
    <message>
        <source>先选一个已派遣的事件</source>
        <translation>Choose a dispatched case first</translation>
    </message>
    <message>
        <source>所选事件派出的力量没有已准入的终端</source>
        <translation>No unit sent to this case has a terminal that is let in</translation>
    </message>
    <message>
        <source>【派单】%1；%2；%3；编号 %4</source>
        <translation>[Order] %1; %2; %3; no. %4</translation>
    </message>
    <message>
        <source>限 %1 前办结</source>
        <translation>finish by %1</translation>
    </message>
    <message>
        <source>可把派单文字发到 %1 的终端：Ctrl+Shift+T</source>
        <translation>The order can be sent to the terminals of %1 as text: Ctrl+Shift+T</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>期限已过</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>期限将到</source>
        <translation>Falls due</translation>
    </message>
</context>
<context>
    <name>tracks</name>
    <message>
        <source>没有可回放的轨迹：先选终端和时间</source>
        <translation>No track to play: choose a terminal and a time first</translation>
    </message>
    <message>
        <source>回放 %1 · %2× · 不是现在</source>
        <translation>Playback %1 · %2× · not now</translation>
    </message>
    <message>
        <source>%1；灰淡的终端是现在的位置</source>
        <translation>%1; faint terminals stand where they are now</translation>
    </message>
    <message>
        <source>先在地图或力量看板上选一台终端</source>
        <translation>Choose a terminal on the map or the units board first</translation>
    </message>
    <message>
        <source>先选一件事件</source>
        <translation>Choose a case first</translation>
    </message>
    <message>
        <source>这件事件没有派出带终端的力量</source>
        <translation>No unit with a terminal was sent to this case</translation>
    </message>
    <message>
        <source>这段时间有 %1 个定位，太多：请缩短时间</source>
        <translation>%1 fixes in this time are too many: choose a shorter one</translation>
    </message>
    <message>
        <source>已停止读取，没有画出轨迹</source>
        <translation>Stopped reading, no track is drawn</translation>
    </message>
    <message>
        <source>1 小时</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>本班</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>24 小时</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>回放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>看全</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>停止读取</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>这段时间没有定位</source>
        <translation>No fix in this time</translation>
    </message>
    <message>
        <source>行驶 %1</source>
        <translation>moved %1</translation>
    </message>
    <message>
        <source>均 %1</source>
        <translation>avg %1</translation>
    </message>
    <message>
        <source>最高 %1</source>
        <translation>max %1</translation>
    </message>
    <message>
        <source>%1 点</source>
        <translation>%1 fixes</translation>
    </message>
    <message>
        <source>停 %1</source>
        <translation>stops %1</translation>
    </message>
    <message>
        <source>断 %1</source>
        <translation>gaps %1</translation>
    </message>
    <message>
        <source>补报 %1</source>
        <translation>late %1</translation>
    </message>
    <message>
        <source>存疑 %1</source>
        <translation>doubted %1</translation>
    </message>
    <message>
        <source>还没有选终端
上面选一台添加，或在力量看板、地图上选中后按 Alt+Shift+T；
事件详情中 Alt+I 看所派力量自派遣起的轨迹</source>
        <translation>No terminal chosen yet
Add one above, or choose it on the units board or the map and press Alt+Shift+T;
Alt+I shows the tracks of the units sent to the chosen case</translation>
    </message>
</context>
<context>
    <name>unpacking</name>
    <message>
        <source>渝图</source>
        <translation>Yutu</translation>
    </message>
    <message>
        <source>首次启动：正在展开行政区划</source>
        <translation>First start: unpacking the division</translation>
    </message>
</context>
<context>
    <name>wall</name>
    <message>
        <source>在役</source>
        <translation>In service</translation>
    </message>
    <message>
        <source>启停·调试</source>
        <translation>Commissioning</translation>
    </message>
    <message>
        <source>在建</source>
        <translation>Being built</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今日办结</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>%1 座 %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>大屏用这个视野，直到再送一次</source>
        <translation>The wall keeps this view until another is sent</translation>
    </message>
    <message>
        <source>演示</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>Ⅰ、Ⅱ级报警</source>
        <translation>Alarms of grades Ⅰ and Ⅱ</translation>
    </message>
    <message>
        <source>电厂</source>
        <translation>Power plants</translation>
    </message>
    <message>
        <source>%1 城市运行</source>
        <translation>%1 city operations</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>域外</source>
        <translation>Outside the city</translation>
    </message>
    <message>
        <source>位置不明</source>
        <translation>Place unknown</translation>
    </message>
    <message>
        <source>屏幕小：%1 m 内才看得清</source>
        <translation>Small screen: readable within %1 m</translation>
    </message>
    <message>
        <source>大屏的屏幕断开了</source>
        <translation>The wall&apos;s screen was disconnected</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>渝图 城运值班台</source>
        <translation>Yutu duty desk</translation>
    </message>
    <message>
        <source>（演示）</source>
        <translation> (demo)</translation>
    </message>
    <message>
        <source>自有区划 %1</source>
        <translation>Own division %1</translation>
    </message>
    <message>
        <source>%1 年区划，%2 起施行</source>
        <translation>Division of %1, in force since %2</translation>
    </message>
</context>
<context>
    <name>wiring</name>
    <message>
        <source>设置“%1”读不出，按默认值</source>
        <translation>The setting “%1” cannot be read; its default is used</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>特别重大</source>
        <translation>Extreme</translation>
    </message>
    <message>
        <source>重大</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>较大</source>
        <translation>Serious</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>紧急求救</source>
        <translation>SOS</translation>
    </message>
    <message>
        <source>超速</source>
        <translation>Overspeed</translation>
    </message>
    <message>
        <source>碰撞</source>
        <translation>Collision</translation>
    </message>
    <message>
        <source>侧翻</source>
        <translation>Rollover</translation>
    </message>
    <message>
        <source>疲劳驾驶</source>
        <translation>Fatigue</translation>
    </message>
    <message>
        <source>危险预警</source>
        <translation>Danger ahead</translation>
    </message>
    <message>
        <source>非法操作</source>
        <translation>Tampered with</translation>
    </message>
    <message>
        <source>车辆被盗</source>
        <translation>Vehicle stolen</translation>
    </message>
    <message>
        <source>主电源欠压</source>
        <translation>Power low</translation>
    </message>
    <message>
        <source>主电源掉电</source>
        <translation>Main power lost</translation>
    </message>
    <message>
        <source>终端电量低</source>
        <translation>Terminal battery low</translation>
    </message>
    <message>
        <source>定位模块故障</source>
        <translation>GNSS fault</translation>
    </message>
    <message>
        <source>摄像头故障</source>
        <translation>Camera fault</translation>
    </message>
    <message>
        <source>终端被拆</source>
        <translation>Terminal removed</translation>
    </message>
    <message>
        <source>终端失联</source>
        <translation>Terminal silent</translation>
    </message>
    <message>
        <source>驶出市域</source>
        <translation>Left the city</translation>
    </message>
    <message>
        <source>进入围栏</source>
        <translation>Entered fence</translation>
    </message>
    <message>
        <source>离开围栏</source>
        <translation>Left fence</translation>
    </message>
    <message>
        <source>围栏内滞留</source>
        <translation>Staying in fence</translation>
    </message>
    <message>
        <source>停放后被移动</source>
        <translation>Moved while parked</translation>
    </message>
    <message>
        <source>电厂异常</source>
        <translation>Plant abnormal</translation>
    </message>
    <message>
        <source>人工上报</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>待发</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已发，待回执</source>
        <translation>Sent, no answer yet</translation>
    </message>
    <message>
        <source>未发出</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>未确认</source>
        <translation>Unconfirmed</translation>
    </message>
    <message>
        <source>已到场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>待放行</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>已放弃</source>
        <translation>Given up</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>到场报</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>反馈报</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>求助报</source>
        <translation>Call for help</translation>
    </message>
    <message>
        <source>调度令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>已采信</source>
        <translation>believed</translation>
    </message>
    <message>
        <source>与先前所报不同，请人工判断</source>
        <translation>says something else than before: for a person to judge</translation>
    </message>
    <message>
        <source>没有这道调度令</source>
        <translation>there is no such order</translation>
    </message>
    <message>
        <source>不是发给这张卡的，未采信</source>
        <translation>the order went to another card: not believed</translation>
    </message>
    <message>
        <source>该令从未发出，未采信</source>
        <translation>the order never went: not believed</translation>
    </message>
    <message>
        <source>不是本系统的短报文</source>
        <translation>no short message of this system</translation>
    </message>
    <message>
        <source>内容过长</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>校验不符：有字错了</source>
        <translation>the check is wrong: a character is</translation>
    </message>
    <message>
        <source>缺少末尾四位校验（“校”后四个字符）</source>
        <translation>the four check letters are missing (behind 校 or /Z)</translation>
    </message>
    <message>
        <source>格式版本不同</source>
        <translation>another version of the layout</translation>
    </message>
    <message>
        <source>种类不认识</source>
        <translation>of an unknown kind</translation>
    </message>
    <message>
        <source>短报文字典版本不同，不能解读</source>
        <translation>made with another dictionary: cannot be read</translation>
    </message>
    <message>
        <source>代码不在短报文字典中</source>
        <translation>a code that is not in the dictionary</translation>
    </message>
    <message>
        <source>有一项的值不合规定</source>
        <translation>a value that cannot be</translation>
    </message>
    <message>
        <source>文字里有发不出的字符</source>
        <translation>the text has characters that cannot be sent</translation>
    </message>
    <message>
        <source>末尾有多余的位</source>
        <translation>there are bits behind the end</translation>
    </message>
    <message>
        <source>有不认识的标记</source>
        <translation>an unknown mark</translation>
    </message>
    <message>
        <source>同一项写了两次</source>
        <translation>the same twice</translation>
    </message>
    <message>
        <source>缺少必需的一项</source>
        <translation>something needed is missing</translation>
    </message>
    <message>
        <source>已有这道令</source>
        <translation>this order is there already</translation>
    </message>
    <message>
        <source>没有这道令</source>
        <translation>there is no such order</translation>
    </message>
    <message>
        <source>已在待发队列中</source>
        <translation>it waits already</translation>
    </message>
    <message>
        <source>不在等待中</source>
        <translation>it does not wait</translation>
    </message>
    <message>
        <source>已有答复，不必再发</source>
        <translation>it was answered: no need to send it again</translation>
    </message>
    <message>
        <source>服务频度未到</source>
        <translation>too early for the service period</translation>
    </message>
    <message>
        <source>发射被抑制</source>
        <translation>sending is suppressed</translation>
    </message>
    <message>
        <source>系统抑制发射</source>
        <translation>suppressed by the system</translation>
    </message>
    <message>
        <source>无线电静默</source>
        <translation>radio silence</translation>
    </message>
    <message>
        <source>电量不足</source>
        <translation>not enough power</translation>
    </message>
    <message>
        <source>没有北斗卡</source>
        <translation>no BeiDou card</translation>
    </message>
    <message>
        <source>卡无此权限</source>
        <translation>the card has no right to</translation>
    </message>
    <message>
        <source>卡未执行</source>
        <translation>the card did not do it</translation>
    </message>
    <message>
        <source>线路不通</source>
        <translation>the line is down</translation>
    </message>
    <message>
        <source>全球短报文</source>
        <translation>global message</translation>
    </message>
    <message>
        <source>区域短报文</source>
        <translation>regional message</translation>
    </message>
    <message>
        <source>民用卡明文</source>
        <translation>civil card, in words</translation>
    </message>
    <message>
        <source>北斗二号 2.1 语句</source>
        <translation>BeiDou-2 sentences (2.1)</translation>
    </message>
    <message>
        <source>北斗三号语句</source>
        <translation>BeiDou-3 sentences</translation>
    </message>
    <message>
        <source>4.0 二进制</source>
        <translation>4.0 binary</translation>
    </message>
    <message>
        <source>首发</source>
        <translation>first time</translation>
    </message>
    <message>
        <source>值班员重发</source>
        <translation>sent again by an officer</translation>
    </message>
    <message>
        <source>按规则重发</source>
        <translation>sent again by rule</translation>
    </message>
    <message>
        <source>已看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>已排除</source>
        <translation>Dismissed</translation>
    </message>
    <message>
        <source>已合并</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已搁置</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>待准入</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>已准入</source>
        <translation>let in</translation>
    </message>
    <message>
        <source>已拒绝</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>suspended</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>等终端上线</source>
        <translation>waiting for the terminal</translation>
    </message>
    <message>
        <source>已发，待应答</source>
        <translation>sent, not answered yet</translation>
    </message>
    <message>
        <source>终端已确认</source>
        <translation>confirmed by the terminal</translation>
    </message>
    <message>
        <source>终端答失败</source>
        <translation>the terminal says: failed</translation>
    </message>
    <message>
        <source>终端答消息有误</source>
        <translation>the terminal says: bad message</translation>
    </message>
    <message>
        <source>终端不支持</source>
        <translation>not supported by the terminal</translation>
    </message>
    <message>
        <source>终端不在线，未发</source>
        <translation>terminal offline, not sent</translation>
    </message>
    <message>
        <source>已发，未确认</source>
        <translation>sent, not confirmed</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>Shelve</translation>
    </message>
    <message>
        <source>待受理</source>
        <translation>To accept</translation>
    </message>
    <message>
        <source>核实中</source>
        <translation>Verifying</translation>
    </message>
    <message>
        <source>待立案</source>
        <translation>To file</translation>
    </message>
    <message>
        <source>待派遣</source>
        <translation>To dispatch</translation>
    </message>
    <message>
        <source>处置中</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>待核查</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>核查中</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>待结案</source>
        <translation>To close</translation>
    </message>
    <message>
        <source>已结案</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>待复盘</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>不予立案</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>已并案</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>立案</source>
        <translation>File</translation>
    </message>
    <message>
        <source>派遣</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Handle</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>核查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>预置</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>待签收</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>在途</source>
        <translation>On the way</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>挂账</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>已反馈</source>
        <translation>Fed back</translation>
    </message>
    <message>
        <source>返工</source>
        <translation>Rework</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>主办</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Assist</translation>
    </message>
    <message>
        <source>采集员</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>待批</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>已签意见</source>
        <translation>advised</translation>
    </message>
    <message>
        <source>准予</source>
        <translation>granted</translation>
    </message>
    <message>
        <source>不准</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>失效</source>
        <translation>lapsed</translation>
    </message>
    <message>
        <source>受理员</source>
        <translation>Acceptor</translation>
    </message>
    <message>
        <source>派遣员</source>
        <translation>Dispatcher</translation>
    </message>
    <message>
        <source>处置人员</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>核查员</source>
        <translation>Checker</translation>
    </message>
    <message>
        <source>值班长</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>网格员</source>
        <translation>Grid worker</translation>
    </message>
    <message>
        <source>消防</source>
        <translation>Fire</translation>
    </message>
    <message>
        <source>医疗急救</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>电力抢修</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>城市管理</source>
        <translation>City</translation>
    </message>
    <message>
        <source>关注区</source>
        <translation>Watch area</translation>
    </message>
    <message>
        <source>禁入区</source>
        <translation>Keep out</translation>
    </message>
    <message>
        <source>驻守区</source>
        <translation>Keep in</translation>
    </message>
    <message>
        <source>市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>不联动</source>
        <translation>Not linked</translation>
    </message>
    <message>
        <source>同中心</source>
        <translation>Same middle</translation>
    </message>
    <message>
        <source>同中心、同比例尺</source>
        <translation>Same middle and scale</translation>
    </message>
    <message>
        <source>随比例尺</source>
        <translation>By scale</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>District</translation>
    </message>
    <message>
        <source>镇街</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>村社</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>在建</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>调试</source>
        <translation>Commissioning</translation>
    </message>
    <message>
        <source>在役</source>
        <translation>In service</translation>
    </message>
    <message>
        <source>关停</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>运行</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>备用</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>计划停运</source>
        <translation>Planned outage</translation>
    </message>
    <message>
        <source>非计划停运</source>
        <translation>Unplanned outage</translation>
    </message>
    <message>
        <source>状态未知</source>
        <translation>State unknown</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>False alarm</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>已处置</source>
        <translation>Already handled</translation>
    </message>
    <message>
        <source>非本地</source>
        <translation>Not local</translation>
    </message>
    <message>
        <source>热线</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>公众</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>感知设备</source>
        <translation>Sensor</translation>
    </message>
    <message>
        <source>上级交办</source>
        <translation>From above</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>存在</source>
        <translation>Exists</translation>
    </message>
    <message>
        <source>不存在</source>
        <translation>Does not exist</translation>
    </message>
    <message>
        <source>无法核实</source>
        <translation>Cannot be verified</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>无法核查</source>
        <translation>Cannot be checked</translation>
    </message>
    <message>
        <source>问题不存在</source>
        <translation>No such problem</translation>
    </message>
    <message>
        <source>不合立案条件</source>
        <translation>Condition not met</translation>
    </message>
    <message>
        <source>不属受理范围</source>
        <translation>Out of scope</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>已缓解</source>
        <translation>Mitigated</translation>
    </message>
    <message>
        <source>到场未见</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>定位无效</source>
        <translation>Fix invalid</translation>
    </message>
    <message>
        <source>早于已有定位</source>
        <translation>Older than the last</translation>
    </message>
    <message>
        <source>时间在将来</source>
        <translation>Time to come</translation>
    </message>
    <message>
        <source>定位时间过旧</source>
        <translation>Fix time too old</translation>
    </message>
    <message>
        <source>误差圈触及围栏边界</source>
        <translation>Error circle touches the fence&apos;s border</translation>
    </message>
    <message>
        <source>位置跳变</source>
        <translation>Position jumped</translation>
    </message>
    <message>
        <source>超出范围</source>
        <translation>Out of range</translation>
    </message>
    <message>
        <source>坐标加密</source>
        <translation>Encrypted</translation>
    </message>
    <message>
        <source>盲区补报</source>
        <translation>Sent late</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>读写出错</source>
        <translation>read or write error</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>read only</translation>
    </message>
    <message>
        <source>被占用</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>已损坏</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>立案条件</source>
        <translation>Filing condition</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>主办力量</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>协办力量</source>
        <translation>Assisting units</translation>
    </message>
    <message>
        <source>未选首推的理由</source>
        <translation>Why not the first</translation>
    </message>
    <message>
        <source>力量</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>核查人</source>
        <translation>Checker</translation>
    </message>
    <message>
        <source>处置结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>有新证据</source>
        <translation>New evidence</translation>
    </message>
    <message>
        <source>结案条件已满足</source>
        <translation>Closing condition met</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>误差（米）</source>
        <translation>Accuracy (m)</translation>
    </message>
    <message>
        <source>无定位</source>
        <translation>No position</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>看守对象</source>
        <translation>Watches</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>半径（米）</source>
        <translation>Radius (m)</translation>
    </message>
    <message>
        <source>挂账至</source>
        <translation>Suspended until</translation>
    </message>
    <message>
        <source>期间安全措施</source>
        <translation>Safety measure meanwhile</translation>
    </message>
    <message>
        <source>答复方式</source>
        <translation>Answered by</translation>
    </message>
    <message>
        <source>对方答复人</source>
        <translation>Who answered</translation>
    </message>
    <message>
        <source>派遣员意见</source>
        <translation>Dispatcher&apos;s opinion</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>北斗短报文</source>
        <translation>BeiDou message</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>北斗卡号</source>
        <translation>BeiDou card</translation>
    </message>
    <message>
        <source>不是经北斗卡收到的短报文</source>
        <translation>short message that did not come by the card</translation>
    </message>
    <message>
        <source>待答（分钟）</source>
        <translation>answer within (min)</translation>
    </message>
    <message>
        <source>承载</source>
        <translation>carrier</translation>
    </message>
    <message>
        <source>认领</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>排除</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>并入事件</source>
        <translation>Merge into case</translation>
    </message>
    <message>
        <source>取消搁置</source>
        <translation>Unshelve</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>再次报警</source>
        <translation>Alarm again</translation>
    </message>
    <message>
        <source>同意挂账</source>
        <translation>Endorse suspension</translation>
    </message>
    <message>
        <source>系统时钟跳变</source>
        <translation>System clock was set</translation>
    </message>
    <message>
        <source>侧记缺失</source>
        <translation>Side file was missing</translation>
    </message>
    <message>
        <source>报警恢复</source>
        <translation>Alarm returned</translation>
    </message>
    <message>
        <source>登记上报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>发核实</source>
        <translation>Send to verify</translation>
    </message>
    <message>
        <source>核实回报</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>并案</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>拆案</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>增派协办</source>
        <translation>Assist</translation>
    </message>
    <message>
        <source>预置力量</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>发核查</source>
        <translation>Send to check</translation>
    </message>
    <message>
        <source>提请强制结案</source>
        <translation>Propose forced close</translation>
    </message>
    <message>
        <source>强制结案</source>
        <translation>Force close</translation>
    </message>
    <message>
        <source>复办</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>转复盘</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Supervise</translation>
    </message>
    <message>
        <source>提级</source>
        <translation>Upgrade</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>上提</source>
        <translation>Pass up</translation>
    </message>
    <message>
        <source>下沉</source>
        <translation>Pass down</translation>
    </message>
    <message>
        <source>对方签收</source>
        <translation>Received there</translation>
    </message>
    <message>
        <source>对方拒收</source>
        <translation>Declined there</translation>
    </message>
    <message>
        <source>超时申诉</source>
        <translation>Appeal</translation>
    </message>
    <message>
        <source>申诉意见</source>
        <translation>Opinion on appeal</translation>
    </message>
    <message>
        <source>申诉成立</source>
        <translation>Grant appeal</translation>
    </message>
    <message>
        <source>申诉不成立</source>
        <translation>Refuse appeal</translation>
    </message>
    <message>
        <source>记事</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>发出任务</source>
        <translation>Send task</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>出发</source>
        <translation>Depart</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>撤回任务</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>申请延期</source>
        <translation>Ask extension</translation>
    </message>
    <message>
        <source>准予延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>不准延期</source>
        <translation>Refuse extension</translation>
    </message>
    <message>
        <source>申请挂账</source>
        <translation>Ask suspension</translation>
    </message>
    <message>
        <source>批准挂账</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>不准挂账</source>
        <translation>Refuse suspension</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>导入历史事件</source>
        <translation>Import past case</translation>
    </message>
    <message>
        <source>编入力量</source>
        <translation>Enrol unit</translation>
    </message>
    <message>
        <source>准入终端</source>
        <translation>Let in</translation>
    </message>
    <message>
        <source>拒绝终端</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>准予换机</source>
        <translation>Accept the device</translation>
    </message>
    <message>
        <source>拒绝换机</source>
        <translation>Turn the device away</translation>
    </message>
    <message>
        <source>撤销拒绝换机</source>
        <translation>Forget devices turned away</translation>
    </message>
    <message>
        <source>停用终端</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>恢复终端</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>编入或移出力量</source>
        <translation>Assign to a unit</translation>
    </message>
    <message>
        <source>登记终端</source>
        <translation>Enter a number</translation>
    </message>
    <message>
        <source>下发文字</source>
        <translation>Send text</translation>
    </message>
    <message>
        <source>查询位置</source>
        <translation>Ask position</translation>
    </message>
    <message>
        <source>临时跟踪</source>
        <translation>Track</translation>
    </message>
    <message>
        <source>停止跟踪</source>
        <translation>Stop tracking</translation>
    </message>
    <message>
        <source>下发结果</source>
        <translation>What became of it</translation>
    </message>
    <message>
        <source>终端注册</source>
        <translation>Register terminal</translation>
    </message>
    <message>
        <source>划定围栏</source>
        <translation>Draw fence</translation>
    </message>
    <message>
        <source>改动围栏</source>
        <translation>Change fence</translation>
    </message>
    <message>
        <source>撤除围栏</source>
        <translation>Remove fence</translation>
    </message>
    <message>
        <source>值班记事</source>
        <translation>Duty note</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>添加信源</source>
        <translation>Add source</translation>
    </message>
    <message>
        <source>改信源</source>
        <translation>Change source</translation>
    </message>
    <message>
        <source>删信源</source>
        <translation>Remove source</translation>
    </message>
    <message>
        <source>清除读不出的信源</source>
        <translation>Clear unreadable sources</translation>
    </message>
    <message>
        <source>改每路限额</source>
        <translation>Change limits per peer</translation>
    </message>
    <message>
        <source>改定位保留期</source>
        <translation>Change how long positions are kept</translation>
    </message>
    <message>
        <source>锁定值班台</source>
        <translation>locked the console</translation>
    </message>
    <message>
        <source>解锁值班台</source>
        <translation>unlocked the console</translation>
    </message>
    <message>
        <source>解锁码错误，未解锁</source>
        <translation>wrong unlock code, not unlocked</translation>
    </message>
    <message>
        <source>设定解锁码</source>
        <translation>chose an unlock code</translation>
    </message>
    <message>
        <source>从值班台外清除解锁码</source>
        <translation>cleared the unlock code from outside the console</translation>
    </message>
    <message>
        <source>发短报文调度令</source>
        <translation>Order by short message</translation>
    </message>
    <message>
        <source>重发短报文</source>
        <translation>Send a short message again</translation>
    </message>
    <message>
        <source>放行短报文</source>
        <translation>Release a short message</translation>
    </message>
    <message>
        <source>放弃短报文</source>
        <translation>Give up a short message</translation>
    </message>
    <message>
        <source>已阅短报文</source>
        <translation>Short message read</translation>
    </message>
    <message>
        <source>录入电台所读</source>
        <translation>Take in what was read over the radio</translation>
    </message>
    <message>
        <source>重启后扣住待发短报文</source>
        <translation>Waiting short messages held after a new start</translation>
    </message>
    <message>
        <source>短报文交卡发出</source>
        <translation>Short message given to the card</translation>
    </message>
    <message>
        <source>短报文未发出</source>
        <translation>Short message not sent</translation>
    </message>
    <message>
        <source>短报文未确认</source>
        <translation>Short message not confirmed</translation>
    </message>
    <message>
        <source>收到短报文</source>
        <translation>Short message heard</translation>
    </message>
    <message>
        <source>重复收到短报文</source>
        <translation>Short message heard again</translation>
    </message>
    <message>
        <source>按短报文办理</source>
        <translation>Done by short message</translation>
    </message>
    <message>
        <source>登记北斗卡号</source>
        <translation>Enter a BeiDou card</translation>
    </message>
    <message>
        <source>没有这个动作</source>
        <translation>There is no such act</translation>
    </message>
    <message>
        <source>没有找到所指的对象</source>
        <translation>What is meant was not found</translation>
    </message>
    <message>
        <source>当前状态不能这样做</source>
        <translation>Not in this state</translation>
    </message>
    <message>
        <source>这个动作不属于您的岗位</source>
        <translation>Not an act of your post</translation>
    </message>
    <message>
        <source>需要写明理由</source>
        <translation>A reason is needed</translation>
    </message>
    <message>
        <source>有必填项没有填</source>
        <translation>A required field is empty</translation>
    </message>
    <message>
        <source>有不认识的填写项</source>
        <translation>A field is not known</translation>
    </message>
    <message>
        <source>填写的内容不合规定</source>
        <translation>A field has a wrong value</translation>
    </message>
    <message>
        <source>没有这支力量</source>
        <translation>There is no such unit</translation>
    </message>
    <message>
        <source>同一支力量选了两次</source>
        <translation>A unit was chosen twice</translation>
    </message>
    <message>
        <source>该力量已在处置本事件</source>
        <translation>The unit is already at work on this case</translation>
    </message>
    <message>
        <source>事项目录中没有此类</source>
        <translation>The catalogue has no such class</translation>
    </message>
    <message>
        <source>该类没有此立案条件</source>
        <translation>The class has no such condition</translation>
    </message>
    <message>
        <source>该条件没有时限</source>
        <translation>The condition has no limit</translation>
    </message>
    <message>
        <source>没有位置，须先定位</source>
        <translation>There is no position; locate it first</translation>
    </message>
    <message>
        <source>没有选第一推荐，须写明理由</source>
        <translation>Not the first recommended; say why</translation>
    </message>
    <message>
        <source>Ⅰ、Ⅱ级报警不得搁置</source>
        <translation>Alarms of grades Ⅰ and Ⅱ are never shelved</translation>
    </message>
    <message>
        <source>搁置时间超过上限</source>
        <translation>Shelved for longer than allowed</translation>
    </message>
    <message>
        <source>搁置时间未到</source>
        <translation>Shelving is not over yet</translation>
    </message>
    <message>
        <source>您已经认领了</source>
        <translation>You have claimed it already</translation>
    </message>
    <message>
        <source>没有找到目标事件</source>
        <translation>The target case was not found</translation>
    </message>
    <message>
        <source>目标事件已经办结</source>
        <translation>The target case is closed</translation>
    </message>
    <message>
        <source>不能并入自己</source>
        <translation>A case cannot be merged into itself</translation>
    </message>
    <message>
        <source>目标事件属于另一中心</source>
        <translation>The target case belongs to another centre</translation>
    </message>
    <message>
        <source>处置人不得核查或结案</source>
        <translation>Who handled it may neither check nor close it</translation>
    </message>
    <message>
        <source>核查人就是处置人</source>
        <translation>The checker is the handler</translation>
    </message>
    <message>
        <source>核查没有通过</source>
        <translation>The check was not passed</translation>
    </message>
    <message>
        <source>核查没有不通过</source>
        <translation>The check was not failed</translation>
    </message>
    <message>
        <source>已经到过场，不能再退回</source>
        <translation>It has been on site and cannot be returned</translation>
    </message>
    <message>
        <source>从未立案，不能复办</source>
        <translation>Never filed; cannot be reopened</translation>
    </message>
    <message>
        <source>值班台已锁定，先解锁</source>
        <translation>the console is locked; unlock it first</translation>
    </message>
    <message>
        <source>解锁码须 4 至 64 个字符</source>
        <translation>an unlock code has 4 to 64 characters</translation>
    </message>
    <message>
        <source>解锁码不对</source>
        <translation>wrong unlock code</translation>
    </message>
    <message>
        <source>还须稍候才能再试</source>
        <translation>wait a little before the next try</translation>
    </message>
    <message>
        <source>有顶点不在地球上</source>
        <translation>a vertex is not on the earth</translation>
    </message>
    <message>
        <source>至少要三个不同的顶点</source>
        <translation>three different vertices are needed at least</translation>
    </message>
    <message>
        <source>顶点过多</source>
        <translation>too many vertices</translation>
    </message>
    <message>
        <source>边自相交</source>
        <translation>its edges cross</translation>
    </message>
    <message>
        <source>没有面积</source>
        <translation>it has no area</translation>
    </message>
    <message>
        <source>围栏全在市域之外</source>
        <translation>the whole fence lies outside the city</translation>
    </message>
    <message>
        <source>围栏已经撤除</source>
        <translation>the fence has been removed</translation>
    </message>
    <message>
        <source>这张卡已属另一支力量</source>
        <translation>another unit has this card</translation>
    </message>
    <message>
        <source>该力量没有登记北斗卡号</source>
        <translation>no BeiDou card is entered for this unit</translation>
    </message>
    <message>
        <source>没有接入北斗卡，先在短报文设置中选定来源</source>
        <translation>no BeiDou card is joined: choose its source in the set-up of short messages</translation>
    </message>
    <message>
        <source>超出一条短报文的容量</source>
        <translation>more than one short message holds</translation>
    </message>
    <message>
        <source>短报文不成立</source>
        <translation>it is no short message</translation>
    </message>
    <message>
        <source>现在不能这样做</source>
        <translation>this cannot be done now</translation>
    </message>
    <message>
        <source>这是一道调度令，不是答复</source>
        <translation>this is an order and no answer</translation>
    </message>
    <message>
        <source>还有任务没有完成</source>
        <translation>There are unfinished tasks</translation>
    </message>
    <message>
        <source>同一力量第二次退回，由值班长裁定</source>
        <translation>Second return by the same unit: for the supervisor</translation>
    </message>
    <message>
        <source>事件不在派遣或处置中</source>
        <translation>The case is not being dispatched or handled</translation>
    </message>
    <message>
        <source>结案条件没有满足</source>
        <translation>The closing condition is not met</translation>
    </message>
    <message>
        <source>须先由另一人提出</source>
        <translation>Another person must propose it first</translation>
    </message>
    <message>
        <source>提出人与批准人不得相同</source>
        <translation>Proposer and approver must differ</translation>
    </message>
    <message>
        <source>结案超过 30 天，不能复办</source>
        <translation>Closed for more than 30 days; cannot be reopened</translation>
    </message>
    <message>
        <source>已在督办</source>
        <translation>Supervised already</translation>
    </message>
    <message>
        <source>等级没有提高</source>
        <translation>The grade is not raised</translation>
    </message>
    <message>
        <source>没有改变任何内容</source>
        <translation>Nothing was changed</translation>
    </message>
    <message>
        <source>不需要复盘</source>
        <translation>No review is needed</translation>
    </message>
    <message>
        <source>须先复盘</source>
        <translation>It must be reviewed first</translation>
    </message>
    <message>
        <source>已经超时</source>
        <translation>It is overdue</translation>
    </message>
    <message>
        <source>已经挂账过一次</source>
        <translation>Suspended once before</translation>
    </message>
    <message>
        <source>挂账不得超过一年</source>
        <translation>suspended for a year at most</translation>
    </message>
    <message>
        <source>挂账截止时间已过</source>
        <translation>the end of the suspension has passed</translation>
    </message>
    <message>
        <source>挂账截止时间未到</source>
        <translation>the suspension is not over yet</translation>
    </message>
    <message>
        <source>没有处置期限，无从延期</source>
        <translation>handling has no deadline to extend</translation>
    </message>
    <message>
        <source>已有一项申请待批</source>
        <translation>a request is waiting already</translation>
    </message>
    <message>
        <source>没有待批的申请</source>
        <translation>nothing was asked that waits</translation>
    </message>
    <message>
        <source>已经准予延期两次</source>
        <translation>extended twice already</translation>
    </message>
    <message>
        <source>派遣员还没有签意见</source>
        <translation>the dispatcher has given no opinion yet</translation>
    </message>
    <message>
        <source>派遣员已经签过意见</source>
        <translation>the dispatcher has given an opinion already</translation>
    </message>
    <message>
        <source>已报值班长，由值班长批</source>
        <translation>with the supervisor, who decides</translation>
    </message>
    <message>
        <source>事件不在本中心辖区内，不能确定上下级</source>
        <translation>the case lies outside this centre&apos;s area: the centres above and below are not known</translation>
    </message>
    <message>
        <source>已是市级，没有上级中心</source>
        <translation>the city&apos;s centre has none above it</translation>
    </message>
    <message>
        <source>没有下级中心</source>
        <translation>there is no centre below</translation>
    </message>
    <message>
        <source>处置没有超时</source>
        <translation>handling was not overdue</translation>
    </message>
    <message>
        <source>已经申诉过一次</source>
        <translation>appealed once already</translation>
    </message>
    <message>
        <source>没有这台设备在等候</source>
        <translation>no such device is waiting</translation>
    </message>
    <message>
        <source>号码已经登记</source>
        <translation>the number is registered already</translation>
    </message>
    <message>
        <source>终端不能显示这些字符</source>
        <translation>the terminal cannot show these characters</translation>
    </message>
    <message>
        <source>文字过长（字节）</source>
        <translation>the text is too long (bytes)</translation>
    </message>
    <message>
        <source>申诉还没有裁定</source>
        <translation>the appeal is not decided yet</translation>
    </message>
    <message>
        <source>直线 %1</source>
        <translation>%1 straight</translation>
    </message>
    <message>
        <source>距离不明</source>
        <translation>Distance unknown</translation>
    </message>
    <message>
        <source>没有定位</source>
        <translation>No fix</translation>
    </message>
    <message>
        <source>定位 %1前</source>
        <translation>Fix %1 ago</translation>
    </message>
    <message>
        <source>定位已旧，%1前</source>
        <translation>Fix old, %1 ago</translation>
    </message>
    <message>
        <source>位置不明，最后定位 %1前</source>
        <translation>Position unknown, last fix %1 ago</translation>
    </message>
    <message>
        <source>专业对口：%1</source>
        <translation>First choice: %1</translation>
    </message>
    <message>
        <source>专业可用：%1</source>
        <translation>Fit: %1</translation>
    </message>
    <message>
        <source>专业不对口：%1</source>
        <translation>Of another kind: %1</translation>
    </message>
    <message>
        <source>待命</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>正在处置 %1</source>
        <translation>At work on %1</translation>
    </message>
    <message>
        <source>没有可派的力量</source>
        <translation>No unit can be sent</translation>
    </message>
    <message>
        <source>事件没有位置，不能按距离排序</source>
        <translation>The case has no position; no order by distance</translation>
    </message>
    <message>
        <source>%1 支力量没有定位</source>
        <translation>%1 units without a fix</translation>
    </message>
    <message>
        <source>%1 台定位已超 %2 分钟</source>
        <translation>%1 with fixes older than %2 min</translation>
    </message>
    <message>
        <source>%2 km 内没有%1</source>
        <translation>No %1 within %2 km</translation>
    </message>
    <message>
        <source>没有%1</source>
        <translation>No %1</translation>
    </message>
    <message>
        <source>%1 %2 支全部在处置中</source>
        <translation>%1: all %2 at work</translation>
    </message>
    <message>
        <source>没有几何</source>
        <translation>No geometry</translation>
    </message>
    <message>
        <source>不是面</source>
        <translation>Not an area</translation>
    </message>
    <message>
        <source>缺少坐标系（.prj）或坐标系无法识别</source>
        <translation>No CRS (.prj), or one that is not known</translation>
    </message>
    <message>
        <source>几何无效</source>
        <translation>Invalid geometry</translation>
    </message>
    <message>
        <source>没有区划代码</source>
        <translation>No code</translation>
    </message>
    <message>
        <source>区划代码不存在</source>
        <translation>Unknown code</translation>
    </message>
    <message>
        <source>与文件中其他要素不在同一级，或不可替换</source>
        <translation>Of another level than the rest, or not replaceable</translation>
    </message>
    <message>
        <source>代码重复</source>
        <translation>Duplicate code</translation>
    </message>
    <message>
        <source>超出市域</source>
        <translation>Outside the city</translation>
    </message>
    <message>
        <source>与另一要素重叠</source>
        <translation>Overlaps another feature</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>disabled</translation>
    </message>
    <message>
        <source>未启动</source>
        <translation>idle</translation>
    </message>
    <message>
        <source>读不出</source>
        <translation>unreadable</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>connecting</translation>
    </message>
    <message>
        <source>不通，等待重试</source>
        <translation>down, will retry</translation>
    </message>
    <message>
        <source>监听中</source>
        <translation>listening</translation>
    </message>
    <message>
        <source>接收中</source>
        <translation>receiving</translation>
    </message>
    <message>
        <source>已放完</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>已停止</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>失败</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>辖区设色</source>
        <translation>Areas coloured</translation>
    </message>
    <message>
        <source>轨迹起止与回放</source>
        <translation>Ends and playback of tracks</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>。现在可以：%1</source>
        <translation>. Allowed now: %1</translation>
    </message>
    <message>
        <source>%1，连接 %2，收到 %3，拒收 %4</source>
        <translation>%1, %2 connected, %3 heard, %4 refused</translation>
    </message>
    <message>
        <source>地势</source>
        <translation>Relief</translation>
    </message>
    <message>
        <source>底图</source>
        <translation>Base maps</translation>
    </message>
    <message>
        <source>道路与铁路</source>
        <translation>Roads and railways</translation>
    </message>
    <message>
        <source>车站</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>变电站</source>
        <translation>Substations</translation>
    </message>
    <message>
        <source>水系</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>经纬网</source>
        <translation>Graticule</translation>
    </message>
    <message>
        <source>公里网（CGCS2000 3° 带）</source>
        <translation>Kilometres (CGCS2000 3° zones)</translation>
    </message>
    <message>
        <source>网格线</source>
        <translation>Grid lines</translation>
    </message>
    <message>
        <source>行政界线</source>
        <translation>Borders</translation>
    </message>
    <message>
        <source>事件热力</source>
        <translation>Heat of cases</translation>
    </message>
    <message>
        <source>全部事件</source>
        <translation>All cases</translation>
    </message>
    <message>
        <source>地名</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>围栏</source>
        <translation>Fences</translation>
    </message>
    <message>
        <source>标绘</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <source>轨迹</source>
        <translation>Tracks</translation>
    </message>
    <message>
        <source>历史轨迹</source>
        <translation>Tracks of any time</translation>
    </message>
    <message>
        <source>派遣连线</source>
        <translation>Dispatch lines</translation>
    </message>
    <message>
        <source>电厂</source>
        <translation>Plants</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>事件与预警</source>
        <translation>Cases and alarms</translation>
    </message>
    <message>
        <source>求救</source>
        <translation>Calls for help</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>鹰眼</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>缺少起始标识 7E</source>
        <translation>no opening 7E</translation>
    </message>
    <message>
        <source>缺少结束标识 7E</source>
        <translation>no closing 7E</translation>
    </message>
    <message>
        <source>7D 后转义有误</source>
        <translation>bad escape after 7D</translation>
    </message>
    <message>
        <source>缺少起始标识 5B</source>
        <translation>no opening 5B</translation>
    </message>
    <message>
        <source>缺少结束标识 5D</source>
        <translation>no closing 5D</translation>
    </message>
    <message>
        <source>5A、5E 后转义有误</source>
        <translation>bad escape after 5A or 5E</translation>
    </message>
    <message>
        <source>帧过短</source>
        <translation>frame too short</translation>
    </message>
    <message>
        <source>校验不符</source>
        <translation>checksum mismatch</translation>
    </message>
    <message>
        <source>长度不符</source>
        <translation>length mismatch</translation>
    </message>
    <message>
        <source>分包序号超出范围</source>
        <translation>packet number out of range</translation>
    </message>
    <message>
        <source>不是完整的十六进制字节</source>
        <translation>not whole hexadecimal bytes</translation>
    </message>
    <message>
        <source>消息体加密</source>
        <translation>body is encrypted</translation>
    </message>
    <message>
        <source>消息体过短</source>
        <translation>body too short</translation>
    </message>
    <message>
        <source>位置信息过短</source>
        <translation>location too short</translation>
    </message>
    <message>
        <source>纬度超出范围</source>
        <translation>latitude out of range</translation>
    </message>
    <message>
        <source>经度超出范围</source>
        <translation>longitude out of range</translation>
    </message>
    <message>
        <source>时间无法读取</source>
        <translation>not a time</translation>
    </message>
    <message>
        <source>批量位置过短</source>
        <translation>batch too short</translation>
    </message>
    <message>
        <source>批量位置的一项越界</source>
        <translation>batch item overruns</translation>
    </message>
    <message>
        <source>批量位置的项数不符</source>
        <translation>batch count mismatch</translation>
    </message>
    <message>
        <source>批量位置后有多余字节</source>
        <translation>batch has trailing bytes</translation>
    </message>
    <message>
        <source>注册信息过短</source>
        <translation>registration too short</translation>
    </message>
    <message>
        <source>鉴权码为空</source>
        <translation>authentication is empty</translation>
    </message>
    <message>
        <source>鉴权码越界</source>
        <translation>authentication code overruns its body</translation>
    </message>
    <message>
        <source>不是终端发的消息</source>
        <translation>not a terminal’s message</translation>
    </message>
    <message>
        <source>未鉴权</source>
        <translation>not authenticated</translation>
    </message>
    <message>
        <source>鉴权码错误</source>
        <translation>wrong authentication code</translation>
    </message>
    <message>
        <source>终端未准入</source>
        <translation>terminal not let in</translation>
    </message>
    <message>
        <source>终端已被拒绝</source>
        <translation>terminal refused</translation>
    </message>
    <message>
        <source>终端已停用</source>
        <translation>terminal suspended</translation>
    </message>
    <message>
        <source>号码相同而设备不同</source>
        <translation>another device under this number</translation>
    </message>
    <message>
        <source>待准入已满，挤掉最早的</source>
        <translation>waiting list full, the oldest dropped</translation>
    </message>
    <message>
        <source>注册过于频繁</source>
        <translation>too many registrations</translation>
    </message>
    <message>
        <source>连接过多</source>
        <translation>too many connections</translation>
    </message>
    <message>
        <source>同一主机连接过多</source>
        <translation>too many connections of one host</translation>
    </message>
    <message>
        <source>不在允许名单内</source>
        <translation>not on the allow-list</translation>
    </message>
    <message>
        <source>发得过快</source>
        <translation>too fast</translation>
    </message>
    <message>
        <source>连上后不发报文</source>
        <translation>connected and said nothing</translation>
    </message>
    <message>
        <source>不收应答</source>
        <translation>does not read replies</translation>
    </message>
    <message>
        <source>格式无法识别</source>
        <translation>no known format</translation>
    </message>
    <message>
        <source>不以 $ 或 ! 开头</source>
        <translation>does not begin with $ or !</translation>
    </message>
    <message>
        <source>语句过长</source>
        <translation>sentence too long</translation>
    </message>
    <message>
        <source>缺少校验</source>
        <translation>checksum missing</translation>
    </message>
    <message>
        <source>校验不是两位十六进制</source>
        <translation>checksum is not two hexadecimal digits</translation>
    </message>
    <message>
        <source>缺少语句标识</source>
        <translation>no sentence address</translation>
    </message>
    <message>
        <source>含非 ASCII 字符</source>
        <translation>not ASCII</translation>
    </message>
    <message>
        <source>字段不足</source>
        <translation>too few fields</translation>
    </message>
    <message>
        <source>速度不是数</source>
        <translation>speed is not a number</translation>
    </message>
    <message>
        <source>速度为负</source>
        <translation>speed is negative</translation>
    </message>
    <message>
        <source>航向不是数</source>
        <translation>course is not a number</translation>
    </message>
    <message>
        <source>航向超出范围</source>
        <translation>course out of range</translation>
    </message>
    <message>
        <source>高程不是数</source>
        <translation>altitude is not a number</translation>
    </message>
    <message>
        <source>高程单位不是米</source>
        <translation>altitude is not in metres</translation>
    </message>
    <message>
        <source>PDOP 不是数</source>
        <translation>PDOP is not a number</translation>
    </message>
    <message>
        <source>HDOP 不是数</source>
        <translation>HDOP is not a number</translation>
    </message>
    <message>
        <source>VDOP 不是数</source>
        <translation>VDOP is not a number</translation>
    </message>
    <message>
        <source>卫星数不是整数</source>
        <translation>number of satellites is not a whole number</translation>
    </message>
    <message>
        <source>卫星编号不是整数</source>
        <translation>satellite number is not a whole number</translation>
    </message>
    <message>
        <source>卫星列表不全</source>
        <translation>satellite list is cut</translation>
    </message>
    <message>
        <source>语句总数不是整数</source>
        <translation>number of parts is not a whole number</translation>
    </message>
    <message>
        <source>语句序号不是整数</source>
        <translation>part number is not a whole number</translation>
    </message>
    <message>
        <source>语句序号超出范围</source>
        <translation>part number out of range</translation>
    </message>
    <message>
        <source>可见卫星数不是整数</source>
        <translation>satellites in view is not a whole number</translation>
    </message>
    <message>
        <source>时间不是 hhmmss</source>
        <translation>time is not hhmmss</translation>
    </message>
    <message>
        <source>时间超出范围</source>
        <translation>time out of range</translation>
    </message>
    <message>
        <source>日期不是 ddmmyy</source>
        <translation>date is not ddmmyy</translation>
    </message>
    <message>
        <source>日期不是整数</source>
        <translation>date is not a whole number</translation>
    </message>
    <message>
        <source>日期超出范围</source>
        <translation>date out of range</translation>
    </message>
    <message>
        <source>日期早于 GPS 起算日</source>
        <translation>date before the GPS epoch</translation>
    </message>
    <message>
        <source>有定位而无坐标</source>
        <translation>a fix without a position</translation>
    </message>
    <message>
        <source>坐标不全</source>
        <translation>position is incomplete</translation>
    </message>
    <message>
        <source>纬度不是度分</source>
        <translation>latitude is not degrees and minutes</translation>
    </message>
    <message>
        <source>经度不是度分</source>
        <translation>longitude is not degrees and minutes</translation>
    </message>
    <message>
        <source>纬度的分满 60</source>
        <translation>latitude has 60 minutes or more</translation>
    </message>
    <message>
        <source>经度的分满 60</source>
        <translation>longitude has 60 minutes or more</translation>
    </message>
    <message>
        <source>半球不是 N 或 S</source>
        <translation>hemisphere is not N or S</translation>
    </message>
    <message>
        <source>半球不是 E 或 W</source>
        <translation>hemisphere is not E or W</translation>
    </message>
    <message>
        <source>状态不是 A 或 V</source>
        <translation>status is not A or V</translation>
    </message>
    <message>
        <source>定位质量不在 0–8</source>
        <translation>quality is not one of 0–8</translation>
    </message>
    <message>
        <source>定位方式不是 M 或 A</source>
        <translation>selection is not M or A</translation>
    </message>
    <message>
        <source>定位维数不在 1–3</source>
        <translation>dimension is not one of 1–3</translation>
    </message>
    <message>
        <source>模式字母无法识别</source>
        <translation>unknown mode letter</translation>
    </message>
    <message>
        <source>模式字母串无法识别</source>
        <translation>unknown letter among the modes</translation>
    </message>
    <message>
        <source>消息有误</source>
        <translation>faulty message</translation>
    </message>
    <message>
        <source>没有坐标</source>
        <translation>no position</translation>
    </message>
    <message>
        <source>坐标为零</source>
        <translation>position is 0, 0</translation>
    </message>
    <message>
        <source>没有定位时间</source>
        <translation>no time of fix</translation>
    </message>
    <message>
        <source>未结事件数</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>超时事件数</source>
        <translation>Overdue cases</translation>
    </message>
    <message>
        <source>超时占比</source>
        <translation>Overdue share</translation>
    </message>
    <message>
        <source>每万网格未结数</source>
        <translation>Open per 10,000 grids</translation>
    </message>
    <message>
        <source>到场用时（30 天中位数）</source>
        <translation>Arrival time (30-day median)</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>分位数</source>
        <translation>Quantiles</translation>
    </message>
    <message>
        <source>等间距</source>
        <translation>Equal steps</translation>
    </message>
    <message>
        <source>自定下限</source>
        <translation>Own bounds</translation>
    </message>
    <message>
        <source>青灰（单色）</source>
        <translation>Tide (one hue)</translation>
    </message>
    <message>
        <source>蓝黄（色觉无碍）</source>
        <translation>Blue to yellow</translation>
    </message>
    <message>
        <source>苔绿（单色）</source>
        <translation>Moss (one hue)</translation>
    </message>
    <message>
        <source>地图视野</source>
        <translation>view of the map</translation>
    </message>
    <message>
        <source>书签</source>
        <translation>bookmarks</translation>
    </message>
    <message>
        <source>第二张地图</source>
        <translation>Second map</translation>
    </message>
    <message>
        <source>前后对比</source>
        <translation>Before and after</translation>
    </message>
    <message>
        <source>动画</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>大屏</source>
        <translation>Wall display</translation>
    </message>
    <message>
        <source>短报文</source>
        <translation>short messages</translation>
    </message>
    <message>
        <source>北斗卡状态</source>
        <translation>state of the BeiDou card</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>lock</translation>
    </message>
    <message>
        <source>轨迹断开</source>
        <translation>Gaps of tracks</translation>
    </message>
    <message>
        <source>信源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>每路限额</source>
        <translation>Limits per peer</translation>
    </message>
    <message>
        <source>定位保留期</source>
        <translation>Term of positions</translation>
    </message>
    <message>
        <source>已清除的定位</source>
        <translation>Positions deleted</translation>
    </message>
    <message>
        <source>文件不在了</source>
        <translation>The file is gone</translation>
    </message>
    <message>
        <source>文件读不出</source>
        <translation>The file cannot be read</translation>
    </message>
    <message>
        <source>不是认得的底图格式</source>
        <translation>Not a known kind of base map</translation>
    </message>
    <message>
        <source>没有瓦片</source>
        <translation>No tiles</translation>
    </message>
    <message>
        <source>没有可画的要素</source>
        <translation>No features to draw</translation>
    </message>
    <message>
        <source>缺少坐标系或坐标系无法识别</source>
        <translation>No coordinate system, or an unknown one</translation>
    </message>
    <message>
        <source>未安装可选组件 raster，GeoTIFF 读不了</source>
        <translation>GeoTIFF needs the optional component raster, which is not installed</translation>
    </message>
    <message>
        <source>过大</source>
        <translation>Too large</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>瓦片损坏</source>
        <translation>Damaged tile</translation>
    </message>
    <message>
        <source>瓦片格式不认得</source>
        <translation>Unknown kind of tile</translation>
    </message>
    <message>
        <source>放大后才显示</source>
        <translation>Shown when zoomed in</translation>
    </message>
    <message>
        <source>等待打开</source>
        <translation>Waiting to be opened</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>就绪</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>GCJ-02（加偏，仅显示时纠正）</source>
        <translation>GCJ-02 (shifted; put right for display only)</translation>
    </message>
    <message>
        <source>MBTiles 瓦片</source>
        <translation>MBTiles tiles</translation>
    </message>
    <message>
        <source>PMTiles 瓦片</source>
        <translation>PMTiles tiles</translation>
    </message>
    <message>
        <source>矢量文件</source>
        <translation>Vector file</translation>
    </message>
    <message>
        <source>OpenStreetMap 摘录</source>
        <translation>OpenStreetMap extract</translation>
    </message>
    <message>
        <source>GeoTIFF 影像</source>
        <translation>GeoTIFF image</translation>
    </message>
    <message>
        <source>%1 块瓦片有误</source>
        <translation>%1 tiles are bad</translation>
    </message>
    <message>
        <source>二进制帧长度超出范围</source>
        <translation>length of a binary frame out of range</translation>
    </message>
    <message>
        <source>二进制帧标识未知</source>
        <translation>unknown tag of a binary frame</translation>
    </message>
    <message>
        <source>内容过短</source>
        <translation>content too short</translation>
    </message>
    <message>
        <source>内容不全</source>
        <translation>content is cut</translation>
    </message>
    <message>
        <source>内容不是十六进制</source>
        <translation>content is not hexadecimal</translation>
    </message>
    <message>
        <source>内容有半个字节</source>
        <translation>content has half a byte</translation>
    </message>
    <message>
        <source>内容不是 GBK 文字</source>
        <translation>content is not GBK text</translation>
    </message>
    <message>
        <source>接收机称收到时已损坏</source>
        <translation>the receiver says that it came damaged</translation>
    </message>
    <message>
        <source>卡号不是数字</source>
        <translation>card number is not digits</translation>
    </message>
    <message>
        <source>必填字段为空</source>
        <translation>a needed field is empty</translation>
    </message>
    <message>
        <source>字段含非 ASCII 字符</source>
        <translation>field is not ASCII</translation>
    </message>
    <message>
        <source>字段不是整数</source>
        <translation>field is not a whole number</translation>
    </message>
    <message>
        <source>字段不是数</source>
        <translation>field is not a number</translation>
    </message>
    <message>
        <source>字段不是 hhmm</source>
        <translation>field is not hhmm</translation>
    </message>
    <message>
        <source>字段不是 mmss</source>
        <translation>field is not mmss</translation>
    </message>
    <message>
        <source>字段取值无法识别</source>
        <translation>field has an unknown value</translation>
    </message>
    <message>
        <source>波束数多于字段</source>
        <translation>more beams said than fields</translation>
    </message>
    <message>
        <source>半球字母无法识别</source>
        <translation>hemisphere is not a letter</translation>
    </message>
    <message>
        <source>坐标不是度分秒</source>
        <translation>position is not degrees, minutes and seconds</translation>
    </message>
    <message>
        <source>高程符号无法识别</source>
        <translation>height has no sign</translation>
    </message>
    <message>
        <source>文件过大</source>
        <translation>file is too large</translation>
    </message>
    <message>
        <source>文字编码无法识别</source>
        <translation>text is in an unknown encoding</translation>
    </message>
    <message>
        <source>XML 格式有误</source>
        <translation>XML is not well formed</translation>
    </message>
    <message>
        <source>XML 含 DOCTYPE，不收</source>
        <translation>XML has a DOCTYPE, which is not taken</translation>
    </message>
    <message>
        <source>XML 嵌套过深</source>
        <translation>XML is nested too deeply</translation>
    </message>
    <message>
        <source>XML 元素过多</source>
        <translation>XML has too many elements</translation>
    </message>
    <message>
        <source>JSON 格式有误</source>
        <translation>JSON is not well formed</translation>
    </message>
    <message>
        <source>JSON 嵌套过深</source>
        <translation>JSON is nested too deeply</translation>
    </message>
    <message>
        <source>JSON 不是对象</source>
        <translation>JSON is not an object</translation>
    </message>
    <message>
        <source>JSON 类别未知</source>
        <translation>JSON of no known class</translation>
    </message>
    <message>
        <source>不是 GPX 文件</source>
        <translation>document is no GPX</translation>
    </message>
    <message>
        <source>不是 CAP 预警</source>
        <translation>document is no CAP alert</translation>
    </message>
    <message>
        <source>缺少必需的元素</source>
        <translation>a needed element is missing</translation>
    </message>
    <message>
        <source>事件没有坐标点</source>
        <translation>event has no point</translation>
    </message>
    <message>
        <source>多边形不闭合</source>
        <translation>polygon is not closed</translation>
    </message>
    <message>
        <source>引用不是发布者、标识和时间</source>
        <translation>reference is not sender, identifier and time</translation>
    </message>
    <message>
        <source>更新或解除未注明所指预警</source>
        <translation>update or cancel without a reference</translation>
    </message>
    <message>
        <source>时间不是 ISO 8601</source>
        <translation>time is not ISO 8601</translation>
    </message>
    <message>
        <source>时间没有时区</source>
        <translation>time has no zone</translation>
    </message>
    <message>
        <source>坐标系不是 CGCS2000</source>
        <translation>datum is not CGCS2000</translation>
    </message>
    <message>
        <source>没有经纬度列</source>
        <translation>no columns of longitude and latitude</translation>
    </message>
    <message>
        <source>行无法读取</source>
        <translation>row cannot be read</translation>
    </message>
    <message>
        <source>行的列数多于表头</source>
        <translation>row has more cells than the head</translation>
    </message>
    <message>
        <source>不是要素或几何</source>
        <translation>not a feature or geometry</translation>
    </message>
    <message>
        <source>TCP 监听</source>
        <translation>TCP listener</translation>
    </message>
    <message>
        <source>UDP 监听</source>
        <translation>UDP listener</translation>
    </message>
    <message>
        <source>TCP 连接</source>
        <translation>TCP client</translation>
    </message>
    <message>
        <source>串口</source>
        <translation>Serial port</translation>
    </message>
    <message>
        <source>录下的报文</source>
        <translation>Recorded log</translation>
    </message>
    <message>
        <source>终端连到这里：JT/T 808、NMEA、短报文、gpsd，自动识别</source>
        <translation>Terminals connect here: JT/T 808, NMEA, short messages, gpsd, told apart by themselves</translation>
    </message>
    <message>
        <source>每个数据报是完整的报文或语句；应答发回来处</source>
        <translation>Each datagram holds whole frames or sentences; replies go back to its sender</translation>
    </message>
    <message>
        <source>连到 gpsd、串口服务器、NMEA 或 AIS 服务器；断开后自动重连</source>
        <translation>Connects to gpsd, serial, NMEA or AIS servers, and again after it is cut off</translation>
    </message>
    <message>
        <source>接收机或北斗卡：8 数据位，无校验，1 停止位；拔掉后插回自动恢复</source>
        <translation>A receiver or BeiDou card: 8 data bits, no parity, 1 stop bit; opened again when it is plugged back in</translation>
    </message>
    <message>
        <source>把录下的报文从同一道门放进来；定位时间保持原样</source>
        <translation>Plays recorded messages through the same door; fix times stay as they were</translation>
    </message>
    <message>
        <source>对外开放</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>端口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>允许名单</source>
        <translation>Allow-list</translation>
    </message>
    <message>
        <source>连上后先说</source>
        <translation>Greeting</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>波特率</source>
        <translation>Baud</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>快慢（倍）</source>
        <translation>Speed (×)</translation>
    </message>
    <message>
        <source>循环</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>每个信源最多连接</source>
        <translation>Connections of a source</translation>
    </message>
    <message>
        <source>其中同一主机（本机不限）</source>
        <translation>of one host (not this machine)</translation>
    </message>
    <message>
        <source>每路每秒报文</source>
        <translation>Messages a second of a peer</translation>
    </message>
    <message>
        <source>一时可多发</source>
        <translation>Burst</translation>
    </message>
    <message>
        <source>待入库报文</source>
        <translation>Messages not yet on disk</translation>
    </message>
    <message>
        <source>连上后开口（秒）</source>
        <translation>Time to begin (s)</translation>
    </message>
    <message>
        <source>开口前的噪声（字节）</source>
        <translation>Noise before it begins (bytes)</translation>
    </message>
    <message>
        <source>沉默多久断开（秒）</source>
        <translation>Silence until hung up on (s)</translation>
    </message>
    <message>
        <source>不收应答多久断开（秒）</source>
        <translation>Unread replies until hung up on (s)</translation>
    </message>
    <message>
        <source>停顿多久算一个历元（秒）</source>
        <translation>Pause that ends an epoch (s)</translation>
    </message>
    <message>
        <source>同一主机每小时新终端</source>
        <translation>New terminals of a host in an hour</translation>
    </message>
    <message>
        <source>有不能显示的字符</source>
        <translation>Has characters that cannot be shown</translation>
    </message>
    <message>
        <source>监听要写本机的 IP 地址，如 127.0.0.1、0.0.0.0、::</source>
        <translation>An IP address of this machine, such as 127.0.0.1, 0.0.0.0 or ::</translation>
    </message>
    <message>
        <source>没有对外开放，只能用 127.0.0.1 或 ::1</source>
        <translation>Not opened: only 127.0.0.1 or ::1</translation>
    </message>
    <message>
        <source>对外开放要用本机对外的地址；0.0.0.0 是全部</source>
        <translation>Opened: an outward address of this machine; 0.0.0.0 is all of them</translation>
    </message>
    <message>
        <source>写对方的名称或 IP 地址</source>
        <translation>The name or IP address of the other side</translation>
    </message>
    <message>
        <source>写对方的端口，1 至 65535</source>
        <translation>The port of the other side, 1 to 65535</translation>
    </message>
    <message>
        <source>每行一个地址或网段，如 10.8.0.0/16、fd00::/8</source>
        <translation>One address or network a line, such as 10.8.0.0/16 or fd00::/8</translation>
    </message>
    <message>
        <source>写设备名，如 /dev/ttyUSB0、COM3</source>
        <translation>The name of the device, such as /dev/ttyUSB0 or COM3</translation>
    </message>
    <message>
        <source>没有这个波特率</source>
        <translation>No such baud rate</translation>
    </message>
    <message>
        <source>选一个文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>0 至 1000；0 是尽快</source>
        <translation>0 to 1000; 0 is as fast as can be</translation>
    </message>
    <message>
        <source>名单是空的：谁也连不上，本机也一样</source>
        <translation>The list is empty: nobody can connect, not even this machine</translation>
    </message>
    <message>
        <source>0：任选空闲端口，每次启动都会变</source>
        <translation>0: any free port, another at each start</translation>
    </message>
    <message>
        <source>没有安装可选组件 serial：.venv/bin/python -m pip install pyserial</source>
        <translation>The optional extra serial is not installed: .venv/bin/python -m pip install pyserial</translation>
    </message>
    <message>
        <source>端口已被别的程序占用</source>
        <translation>the port is in use by another program</translation>
    </message>
    <message>
        <source>不是本机的地址</source>
        <translation>not an address of this machine</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>not permitted</translation>
    </message>
    <message>
        <source>对方没有监听</source>
        <translation>nobody listens there</translation>
    </message>
    <message>
        <source>对方断开</source>
        <translation>the other side hung up</translation>
    </message>
    <message>
        <source>对方没有回应</source>
        <translation>the other side does not answer</translation>
    </message>
    <message>
        <source>网络不通</source>
        <translation>unreachable</translation>
    </message>
    <message>
        <source>找不到这个主机名</source>
        <translation>no such host name</translation>
    </message>
    <message>
        <source>没有这个文件或设备</source>
        <translation>no such file or device</translation>
    </message>
    <message>
        <source>设备正被别的程序使用</source>
        <translation>the device is in use by another program</translation>
    </message>
    <message>
        <source>线路断了，设备可能已拔出</source>
        <translation>the line is down, the device may be unplugged</translation>
    </message>
    <message>
        <source>打开的文件过多</source>
        <translation>too many open files</translation>
    </message>
    <message>
        <source>出错</source>
        <translation>error</translation>
    </message>
    <message>
        <source>未安装可选组件 serial，串口用不了</source>
        <translation>the optional extra serial is not installed</translation>
    </message>
    <message>
        <source>%1（模拟）</source>
        <translation>%1 (simulated)</translation>
    </message>
    <message>
        <source>%1（重放）</source>
        <translation>%1 (replay)</translation>
    </message>
    <message>
        <source>来自导入的底图（Ctrl+Shift+O 或拖到地图上）</source>
        <translation>From imported base maps (Ctrl+Shift+O, or drop a file on the map)</translation>
    </message>
    <message>
        <source>随附 32 座 110 kV 及以上（OpenStreetMap 2025-02，不全），1:220000 起显示；更多：导入 OpenStreetMap 摘录或含 power=substation 的矢量文件（Ctrl+Shift+O）</source>
        <translation>32 of 110 kV and more come with the console (OpenStreetMap 2025-02, not complete), shown from 1:220000; for more import an OpenStreetMap extract or a vector file with power=substation (Ctrl+Shift+O)</translation>
    </message>
</context>
</TS>
