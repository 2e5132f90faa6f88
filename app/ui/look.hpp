// The few looks a widget can have, and the icons. Names say meaning, never colour: the theme
// (theme.hpp) decides what they look like. Used by every screen.
#pragma once

#include <cstdint>

namespace alongside::ui {

enum class TextLook : std::uint8_t { Body, Soft, Strong, Large, Figure };  // Figure: the one big number
enum class ButtonLook : std::uint8_t { Secondary, Primary, Quiet, Chip };
enum class LinkLook : std::uint8_t { Inline, Standalone, Button, Navigation, CardTitle, Back, Chip, Brand };
enum class RowLook : std::uint8_t { Start, Ends };               // Ends: the first at one end, the rest at the other
enum class CardLook : std::uint8_t { Card, Soft, Band, Plain };  // Band: the plugin's hue across the top
enum class Tone : std::uint8_t { Neutral, Good, Warn, Bad, Accent };
enum class Hue : std::uint8_t { Primary, Plum, Indigo };  // shell and local offer; money; feedback

// Codepoints of the icon font, in the order of assets/icons.txt, from U+E000.
enum class Icon : std::uint16_t {
  None = 0,
  Home = 0xE000,
  Search,
  Wallet,
  MessageCircle,
  Settings,
  Phone,
  MapPin,
  Calendar,
  Clock,
  Users,
  Heart,
  ArrowLeft,
  ChevronRight,
  ChevronDown,
  Check,
  Cross,
  Info,
  Warning,
  Help,
  Sun,
  Moon,
  Accessibility,
  Filter,
  Ruler,
  Banknote,
  DoorOpen,
  Shield,
  ArrowRight,
  Camera,
  HandHelping,
  Bell,
};

}  // namespace alongside::ui
