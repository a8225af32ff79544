"""Articles that are like one: the same on both engines."""

from barometer.search.similar import similar_articles
from tests.proofs.judged import judged_articles


def test_articles_of_one_subject_are_similar_and_itself_is_not(index):
    made = judged_articles()[:140]
    subjects = {each.document.id: (each.subject, each.document.language) for each in made}
    index.put([each.document for each in made], [])
    right = shown = 0
    for each in made:
        hits = similar_articles(index, each.document, limit=3)
        assert each.document.id not in {hit.id for hit in hits}
        shown += len(hits)
        right += sum(subjects[hit.id] == subjects[each.document.id] for hit in hits)
        assert all(hit.why for hit in hits)
    assert shown > 140
    assert right > 0.6 * shown


def test_a_copy_comes_first_and_what_shares_nothing_does_not_come(index, make_article):
    text = "义乌中欧班列昨日首发，满载圣诞玩具和雨伞，经新疆出境驶向马德里。"
    articles = [make_article(text, title="班列首发"), make_article(text + "全程十六天。", title="义新欧")]
    articles += [make_article(f"天气预报说明天第{n}区有雨") for n in range(10)]
    index.put(articles, [])
    assert [hit.id for hit in similar_articles(index, articles[0])] == [articles[1].id]
    assert similar_articles(index, make_article("", title="")) == ()
