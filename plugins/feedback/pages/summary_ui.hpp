// The feedback card on the home page of somebody who is signed in: a way to say how the last visit was.
// Asking for it also brings the questions onto the device, for when there is no network.
#pragma once

namespace alongside::ui {
class Ui;
}

namespace alongside::feedback {

class SurveyCabinet;

bool has_summary(SurveyCabinet& cabinet);
void summary_ui(ui::Ui& ui, SurveyCabinet& cabinet);

}  // namespace alongside::feedback
