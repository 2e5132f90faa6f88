// safe_ui: "I don't feel safe", with the numbers to ring beside it, at the foot of every screen of feedback.
#pragma once

namespace alongside {
class Host;
}
namespace alongside::ui {
class Ui;
}

namespace alongside::feedback {

enum class SafeLook : bool { NumbersAlone, WithTheWay };

void safe_ui(ui::Ui& ui, const Host& host, SafeLook look = SafeLook::WithTheWay);

}  // namespace alongside::feedback
