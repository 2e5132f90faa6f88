// where_section: the places where a service happens: name, address, how far it is from the place
// the parent chose. Used by the service screen.
#pragma once

namespace alongside::ui {
class Ui;
}
namespace alongside::wire {
struct Place;
}

namespace alongside::local_offer {

struct ServiceDetail;

void where_section(ui::Ui& ui, const ServiceDetail& service, const wire::Place* near);  // null: no place chosen

}  // namespace alongside::local_offer
