"""One factory per model; fixed values, because they read better than random ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import factory
from django.contrib.auth.models import User
from factory.django import DjangoModelFactory

from bench import models as bench
from bench.changes.states import ChangeState
from content.models import Aim
from content.record import record_change
from content.serialisers import SERIALISERS, kind_of_row
from elections import models as elections
from facts import models as facts
from facts.blocks.writing import block_now
from facts.guard import writing
from parliament import models as parliament


class ContentFactory(DjangoModelFactory):
    """Content for a test comes to be as founding content does: past the review."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        with writing():
            return super()._create(model_class, *args, **kwargs)


class DocumentFactory(ContentFactory):
    class Meta:
        model = facts.Document

    key = factory.Sequence(lambda n: f"document-{n}")
    tier = facts.Tier.FOUNDING
    short_name_en = factory.LazyAttribute(lambda one: one.key.capitalize())
    title_en = "A document"
    kind_en = "article"
    speaks = "2007"
    about_en = "A document for tests."


class PassageFactory(ContentFactory):
    class Meta:
        model = facts.Passage

    document = factory.SubFactory(DocumentFactory)
    key = factory.Sequence(lambda n: f"passage-{n}")
    position = factory.Sequence(lambda n: n)
    section_en = "History"
    place_en = "paragraph 1"
    speaks = "2007"
    summary_en = "What the passage says."


class SubjectFactory(ContentFactory):
    class Meta:
        model = facts.Subject

    key = factory.Sequence(lambda n: f"subject-{n}")
    name_en = factory.LazyAttribute(lambda one: one.key.capitalize())
    topic = facts.Topic.PARLIAMENT


class FactFactory(ContentFactory):
    """A published fact with one citation."""

    class Meta:
        model = facts.Fact
        skip_postgeneration_save = True

    subject = factory.SubFactory(SubjectFactory)
    key = factory.Sequence(lambda n: f"fact-{n}")
    aspect = "note-remark"
    start = "2000-01-01"
    end = ".."
    sentence_en = "It is so."
    state = facts.RowState.PUBLISHED
    citation = factory.RelatedFactory(
        "tests.factories.CitationFactory", factory_related_name="fact"
    )


class CitationFactory(ContentFactory):
    class Meta:
        model = facts.Citation

    fact = factory.SubFactory(FactFactory, citation=None)
    passage = factory.SubFactory(PassageFactory)


class NameFactory(ContentFactory):
    class Meta:
        model = facts.Name

    fact = factory.SubFactory(FactFactory, aspect="name")
    language = "en"
    script = "Latn"
    text = "A name"
    is_main = True


class DisagreementFactory(ContentFactory):
    class Meta:
        model = facts.Disagreement

    key = factory.Sequence(lambda n: f"disagreement-{n}")
    subject = factory.SubFactory(SubjectFactory)
    aspect = "note-remark"
    kind = facts.DisagreementKind.SLIP
    question_en = "Which is right?"
    uses_en = "The first."
    reasoning_en = "The second is a slip."


class ClaimFactory(ContentFactory):
    class Meta:
        model = facts.Claim

    disagreement = factory.SubFactory(DisagreementFactory)
    passage = factory.SubFactory(PassageFactory)
    says_en = factory.Sequence(lambda n: f"claim {n}")


class AssessmentFactory(ContentFactory):
    class Meta:
        model = facts.Assessment

    key = factory.Sequence(lambda n: f"assessment-{n}")
    subject = factory.SubFactory(SubjectFactory)
    passage = factory.SubFactory(PassageFactory)
    speaker_en = "A speaker"
    made = "2007"
    sentence_en = "It was open."


class InstitutionFactory(ContentFactory):
    class Meta:
        model = parliament.Institution

    subject = factory.SubFactory(SubjectFactory)
    kind = parliament.InstitutionKind.SINGLE
    position = factory.Sequence(lambda n: n)
    member_en = "deputy"
    members_en = "deputies"
    about_en = "A chamber for tests."


class ExistenceFactory(ContentFactory):
    class Meta:
        model = parliament.Existence

    fact = factory.SubFactory(FactFactory, aspect="existence", sentence_en="")
    begun_by_en = "an act"


class CompositionFactory(ContentFactory):
    class Meta:
        model = parliament.Composition

    fact = factory.SubFactory(FactFactory, aspect="composition", sentence_en="")


class SeatPartFactory(ContentFactory):
    class Meta:
        model = parliament.SeatPart

    composition = factory.SubFactory(CompositionFactory)
    position = factory.Sequence(lambda n: n)
    way = parliament.Way.COUNCILS
    seats = 40


class TermFactory(ContentFactory):
    class Meta:
        model = parliament.Term

    fact = factory.SubFactory(FactFactory, aspect="term", sentence_en="")
    years = 6
    half_renewed_every = 3


class ConvocationFactory(ContentFactory):
    class Meta:
        model = parliament.Convocation

    fact = factory.SubFactory(FactFactory, aspect="convocation", sentence_en="It sat.")
    number = 1


class SuccessionFactory(ContentFactory):
    class Meta:
        model = parliament.Succession

    fact = factory.SubFactory(FactFactory, aspect="succession-next", sentence_en="")
    successor = factory.SubFactory(SubjectFactory)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"somebody-{n}")
    first_name = factory.Sequence(lambda n: f"Firstname{n}")
    last_name = factory.Sequence(lambda n: f"Lastname{n}")
    is_staff = True


class ChangeFactory(ContentFactory):
    """A published change that made ``row`` what it is now.

    ``was`` is what other fields of it said before; a row that ``is_new`` said nothing.
    """

    class Meta:
        model = bench.Change
        exclude = ("row", "was", "is_new")
        skip_postgeneration_save = True

    row = factory.SubFactory(FactFactory, act_en="an act")
    was = factory.LazyFunction(dict)
    is_new = False
    kind = factory.LazyAttribute(lambda one: kind_of_row(one.row))
    key = factory.LazyAttribute(lambda one: one.row.key)
    aim = factory.LazyAttribute(lambda one: Aim.ADD if one.is_new else Aim.CORRECT)
    state = ChangeState.PUBLISHED
    block = factory.LazyAttribute(lambda one: block_now(SERIALISERS[one.kind], one.key))
    base = factory.LazyAttribute(lambda one: {} if one.is_new else _base_of(one))
    reason_en = factory.Sequence(lambda n: f"Reason {n}.")
    author = factory.SubFactory(UserFactory)
    approver = factory.SubFactory(UserFactory)

    @factory.post_generation
    def in_the_record(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """What is published stands in the public record."""
        if self.state == ChangeState.PUBLISHED:
            with writing():
                record_change(
                    self.pk,
                    self.aim,
                    self.written,
                    reason=self.reason_en,
                    at=self.published_at,
                    undoes=self.undoes_id,
                )

    published_at = factory.LazyAttributeSequence(
        lambda one, n: (
            datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n)
            if one.state == ChangeState.PUBLISHED
            else None
        )
    )


def _base_of(change: Any) -> dict[str, Any]:
    texts = {**change.block, **change.was}
    block = {name: text for name, text in texts.items() if text}
    return {f"{change.kind}/{change.key}": {"version": 1, "block": block}}


class MembershipFactory(ContentFactory):
    class Meta:
        model = parliament.Membership

    fact = factory.SubFactory(FactFactory, aspect="chair", sentence_en="")
    person = factory.SubFactory(SubjectFactory, topic=facts.Topic.PEOPLE)
    post = parliament.Post.CHAIR


class PowerFactory(ContentFactory):
    class Meta:
        model = parliament.Power

    fact = factory.SubFactory(
        FactFactory, aspect="power", subject__topic=facts.Topic.POWERS
    )
    procedure = parliament.Procedure.JOINT
    matter = parliament.Matter.LAWS


class RequirementFactory(ContentFactory):
    """That members had to be of some age."""

    class Meta:
        model = parliament.Requirement

    fact = factory.SubFactory(
        FactFactory,
        aspect=factory.LazyAttribute(
            lambda built: f"requirement-{built.factory_parent.measure}"
        ),
        sentence_en="",
    )
    measure = parliament.RequirementMeasure.AGE
    at_least = 25


class ElectionFactory(ContentFactory):
    """An election of the Mäjilis, held on one day."""

    class Meta:
        model = elections.Election
        skip_postgeneration_save = True

    subject = factory.SubFactory(SubjectFactory, topic=facts.Topic.ELECTIONS)
    kind = elections.ElectionKind.MAJILIS
    institution = factory.LazyAttribute(
        lambda one: (
            None
            if one.kind in ("president", "referendum")
            else SubjectFactory(key=f"chamber-of-{one.subject.key}")
        )
    )
    day = "2004-09-19"

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        day = kwargs.pop("day")
        made = super()._create(model_class, *args, **kwargs)
        if day:
            FactFactory(subject=made.subject, aspect="held", start=day, sentence_en="Held.")
        return made


class FigureFactory(ContentFactory):
    class Meta:
        model = elections.Figure

    measure = elections.FigureMeasure.CANDIDATES
    value = "55"
    fact = factory.SubFactory(
        FactFactory,
        aspect=factory.LazyAttribute(lambda one: f"figure-{one.factory_parent.measure}"),
        sentence_en="",
    )


class ResultFactory(ContentFactory):
    class Meta:
        model = elections.Result

    fact = factory.SubFactory(FactFactory, aspect="result", sentence_en="")


class ResultRowFactory(ContentFactory):
    class Meta:
        model = elections.ResultRow

    result = factory.SubFactory(ResultFactory)
    position = factory.Sequence(lambda n: n)
    label_en = factory.LazyAttribute(lambda one: f"Party {one.position}")


class WinnerFactory(ContentFactory):
    class Meta:
        model = elections.Winner

    fact = factory.SubFactory(FactFactory, aspect="held", subject__topic="elections")
    contestant = factory.SubFactory(SubjectFactory, topic=facts.Topic.PEOPLE)


class SystemFactory(ContentFactory):
    class Meta:
        model = elections.System

    fact = factory.SubFactory(
        FactFactory, aspect="electoral-system", sentence_en="Voters mark a list."
    )
    kind = elections.SystemKind.LIST


class MergerFactory(ContentFactory):
    class Meta:
        model = elections.Merger

    into = factory.SubFactory(SubjectFactory, topic=facts.Topic.PARTIES)
    fact = factory.SubFactory(
        FactFactory,
        aspect=factory.LazyAttribute(lambda one: f"merger-{one.factory_parent.into.key}"),
        subject__topic=facts.Topic.PARTIES,
        sentence_en="",
    )


def edit(rows: Any, **values: Any) -> None:
    """Change rows of the content past the review, as a newer fixture would."""
    with writing():
        rows.update(**values)
