// device_ui: asks for the device's place: one sentence on why the browser will ask and what becomes of the answer, then
// a button; a no, or a device that does not know, is said kindly. Used by the find and the map page, each with words of
// its own module.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/ui/text_key.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

struct DeviceWords {
  ui::TextKey why, use, again, looking, refused, unknown;
};

// Nothing once the place is known.
void device_ui(ui::Ui& ui, Host& host, const DeviceWords& words);

}  // namespace alongside::local_offer
