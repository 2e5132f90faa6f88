// read_book: the records of this plugin's kinds, decoded and laid together. What cannot be decoded,
// since a newer edition wrote it, is counted and left out. Used by MoneyStore.
#pragma once

#include "app/plugin_api/records.hpp"
#include "plugins/direct_payments/model/book.hpp"

namespace alongside::direct_payments {

// `person` made the changes of this device.
Book read_book(const Records& records, PersonId person);

}  // namespace alongside::direct_payments
