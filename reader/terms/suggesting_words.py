"""What no candidate for a term holds, or begins or ends with: function words and the commonest verbs."""

_ENGLISH = """
a an the this that these those such same other another each every either neither both all any some no none
few many much more most less least several enough own various certain i me my mine we us our ours you your
yours he him his she her hers it its they them their theirs one ones myself ourselves yourself himself
herself itself themselves who whom whose which what where when why how whether there here then now thus so
too very quite rather just only even also still yet already again ever never often always usually sometimes
perhaps maybe almost nearly about well and or but nor if unless because since while although though whereas
as than like unlike of in on at by to from for with without within into onto upon over under above below
between among through during before after until till against across along around behind beside beyond
despite except near off out per toward towards up down via amid throughout not n't yes be am is are was were
been being do does did done doing have has had having will would shall should can could may might must let
lets get gets got getting make makes made making take takes took taken taking give gives gave given giving
go goes went gone going come comes came coming see sees saw seen seeing say says said saying tell tells told
know knows knew known think thinks thought become becomes became becoming seem seems seemed keep keeps kept
keeping put puts putting use uses used using show shows showed shown showing help helps helped helping need
needs needed want wants wanted find finds found bring brings brought bringing set sets hold holds held leave
leaves left begin begins began begun include includes included including provide provides provided providing
allow allows allowed allowing continue continues continued remain remains remained follow follows followed
first second third last next new old good better best bad great big small large long short high low early
late able different important recent two three four five six seven eight nine ten mr mrs ms dr etc eg ie
however therefore moreover meanwhile today year years day days time times way ways thing things lot lots
"""
ENGLISH = frozenset(_ENGLISH.split())
"""Words that a candidate never holds."""

CHINESE_INSIDE = frozenset("的了吗呢吧啊着们这那哪么，。")
"""Characters that a Chinese candidate never holds."""

CHINESE_BEFORE = CHINESE_INSIDE | frozenset(
    "是在与及或也都就把被让使从对于之其而且但则若如由到等些只很更最又再还才已曾将要须没你他她它此该每说做"
)
"""Characters that no Chinese candidate begins with."""

CHINESE_BEHIND = CHINESE_INSIDE | frozenset(
    "是在和与或也就把被让从对以其而且但并若如因由向些只很更最又再还已曾将不没无我你他她它该每各说做"
)
"""Characters that no Chinese candidate ends with."""
