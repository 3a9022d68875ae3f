"""What a language tag (BCP 47) says of its language and its script."""

CHINESE_SCRIPTS = {"cn": "hans", "sg": "hans", "my": "hans", "tw": "hant", "hk": "hant", "mo": "hant"}
"""Which script of Chinese a region writes, where a tag does not say the script."""


def primary(tag: str) -> str:
    """The language of a tag without script and region, in lower case: `zh` of `zh-Hans`."""
    return tag.partition("-")[0].lower()


def hyphenated(tag: str) -> str:
    """The tag as BCP 47 writes it: `zh-CN` of zh_CN, which many tools write."""
    return tag.replace("_", "-")
