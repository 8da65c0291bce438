/*
 * A program for UEFI: reads two files from every file system that the firmware offers, and says the length and checksum of each to the first
 * serial port. The checksum is turned left by five bits, and a byte added, for each byte.
 */
#include <efi.h>

static void put(char c)
{
	__asm__ volatile("outb %0, %1" : : "a"(c), "Nd"((UINT16)0x3f8));
}

static void say(const char *text)
{
	while (*text)
		put(*text++);
}

static void hex(UINT32 number)
{
	for (int shift = 28; shift >= 0; shift -= 4)
		put("0123456789abcdef"[(number >> shift) & 15]);
}

static UINT8 buffer[65536];

static void report(EFI_FILE_PROTOCOL *top, CHAR16 *path, const char *shown)
{
	EFI_FILE_PROTOCOL *file;
	UINT32 sum = 0, length = 0;
	UINTN count;

	if (top->Open(top, &file, path, EFI_FILE_MODE_READ, 0) != EFI_SUCCESS)
		return;
	for (;;) {
		count = sizeof(buffer);
		if (file->Read(file, &count, buffer) != EFI_SUCCESS) {
			say("efi: unreadable ");
			break;
		}
		if (count == 0)
			break;
		length += (UINT32)count;
		for (UINTN i = 0; i < count; i++)
			sum = ((sum << 5) | (sum >> 27)) + buffer[i];
	}
	file->Close(file);
	say("efi: ");
	say(shown);
	say(" ");
	hex(length);
	say(" ");
	hex(sum);
	say("\n");
}

EFI_STATUS efi_main(EFI_HANDLE self, EFI_SYSTEM_TABLE *system)
{
	EFI_GUID wanted = EFI_SIMPLE_FILE_SYSTEM_PROTOCOL_GUID;
	EFI_BOOT_SERVICES *boot = system->BootServices;
	EFI_HANDLE *volumes;
	UINTN count = 0;

	(void)self;
	boot->LocateHandleBuffer(ByProtocol, &wanted, 0, &count, &volumes);
	for (UINTN i = 0; i < count; i++) {
		EFI_SIMPLE_FILE_SYSTEM_PROTOCOL *system_of;
		EFI_FILE_PROTOCOL *top;

		if (boot->HandleProtocol(volumes[i], &wanted, (void **)&system_of) != EFI_SUCCESS)
			continue;
		if (system_of->OpenVolume(system_of, &top) != EFI_SUCCESS)
			continue;
		report(top, L"\\efi\\boot\\bootx64.efi", "/efi/boot/bootx64.efi");
		report(top, L"\\boot\\loader", "/boot/loader");
	}
	say("efi: done\n");
	for (;;)
		__asm__ volatile("hlt");
}
