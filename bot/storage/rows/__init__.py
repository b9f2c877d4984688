"""One class per table. Rows hold what is so; the rules about it live in the domain."""

from bot.storage.rows.base import Base
from bot.storage.rows.care import (
    AnswerRow,
    DoseRow,
    MedicationRow,
    PersonRow,
    PlanRow,
    SlotRow,
)
from bot.storage.rows.ladder import LadderNoteRow, LadderRow, RingRow
from bot.storage.rows.life import BoardRow, FailureRow, PauseRow
from bot.storage.rows.moving import MovementRow
from bot.storage.rows.post import (
    CardDoseRow,
    CardRow,
    CauseRow,
    KeeperRow,
    OutageRow,
    OutboxRow,
    PulseRow,
    QuestionRow,
    TaperRequestRow,
)
from bot.storage.rows.red_flags import RedFlagRow
from bot.storage.rows.stop import StopWishRow
from bot.storage.rows.supply import SupplyCountRow, SupplyWatchRow
from bot.storage.rows.symptom import ContactRow, ProfileRow, SymptomReportRow, SymptomRow

__all__ = [
    "AnswerRow",
    "Base",
    "BoardRow",
    "CardDoseRow",
    "CardRow",
    "CauseRow",
    "ContactRow",
    "DoseRow",
    "FailureRow",
    "KeeperRow",
    "LadderNoteRow",
    "LadderRow",
    "MedicationRow",
    "MovementRow",
    "OutageRow",
    "OutboxRow",
    "PauseRow",
    "PersonRow",
    "PlanRow",
    "ProfileRow",
    "PulseRow",
    "QuestionRow",
    "RedFlagRow",
    "RingRow",
    "SlotRow",
    "StopWishRow",
    "SupplyCountRow",
    "SupplyWatchRow",
    "SymptomReportRow",
    "SymptomRow",
    "TaperRequestRow",
]
