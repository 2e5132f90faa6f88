// The parts of the service screen, each a heading and what belongs under it; a part with nothing
// to say is left out. Used by ServicePage.
#pragma once

#include "app/base/date.hpp"

namespace alongside {
class Host;
namespace ui {
class Ui;
}
namespace wire {
struct Council;
}
}  // namespace alongside

namespace alongside::local_offer {

struct ServiceDetail;

void who_section(ui::Ui& ui, const ServiceDetail& service);
void what_section(ui::Ui& ui, const ServiceDetail& service);
// schedule_ui.cpp, calendar_ui.cpp
void when_section(ui::Ui& ui, const ServiceDetail& service, const wire::Council& council, Date today);
void calendar_ui(ui::Ui& ui, const ServiceDetail& service, const wire::Council& council, Date today);
void cost_section(ui::Ui& ui, const ServiceDetail& service, const Host& host);  // cost_ui.cpp
void way_in_section(ui::Ui& ui, const ServiceDetail& service, const Host& host);
void access_section(ui::Ui& ui, const ServiceDetail& service);
void checked_section(ui::Ui& ui, const ServiceDetail& service, Date today);
void contact_section(ui::Ui& ui, const ServiceDetail& service);  // contact_ui.cpp
// trust_ui.cpp
void send_section(ui::Ui& ui, const ServiceDetail& service);
void registered_section(ui::Ui& ui, const ServiceDetail& service);
void said_section(ui::Ui& ui, const ServiceDetail& service, const Host& host);
void concern_section(ui::Ui& ui, const wire::Council& council);

}  // namespace alongside::local_offer
