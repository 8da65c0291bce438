# A first stage on a CD (El Torito, no emulation): finds the volume by the boot info table, as cdboot of illumos does, goes to /BOOT/LOADER by the
# plain names of ISO 9660, and says its length and checksum. It also says whether the checksum in the table is that of itself.
	.code16
	.intel_syntax noprefix
	.set BUFFER, 0x9000
	.set SECTOR, 2048
	# Not in the program itself, whose checksum would be another.
	.set size, 0x8f00
	.set drive, 0x8f04

	.globl start
start:
	jmp main
	.org 8
volume:	.long 0
self:	.long 0
length:	.long 0
sum32:	.long 0
	.space 40
# From here on, 64 bytes from the start, the checksum of the table counts.
main:
	xor ax, ax
	mov ds, ax
	mov es, ax
	mov ss, ax
	mov sp, 0x7c00
	cld
	mov [drive], dl

	mov si, offset is_table
	call say
	mov ecx, [length]
	sub ecx, 64
	add ecx, 3
	shr ecx, 2
	mov si, offset main
	xor ebx, ebx
1:	lodsd
	add ebx, eax
	dec ecx
	jnz 1b
	mov si, offset good
	cmp ebx, [sum32]
	je 2f
	mov si, offset bad
2:	call say

	# The record of the top directory stands in the volume descriptor.
	mov eax, [volume]
	call read
	mov eax, [BUFFER + 156 + 2]
	mov ebx, [BUFFER + 156 + 10]
	mov di, offset boot
	call find
	mov di, offset loader
	call find

	mov [size], ebx
	xor ebp, ebp
3:	call read
	mov ecx, SECTOR
	cmp ebx, ecx
	jae 4f
	mov ecx, ebx
4:	sub ebx, ecx
	mov si, BUFFER
	push eax
	call sum
	pop eax
	inc eax
	test ebx, ebx
	jnz 3b

	mov si, offset read_it
	call say
	mov eax, [size]
	call hex
	mov al, ' '
	call put
	mov eax, ebp
	call hex
	mov si, offset end
	call say
stop:	hlt
	jmp stop

# In the directory of EBX bytes from sector EAX on, finds the name at DI, its length first; its first sector goes to EAX, its bytes to EBX.
find:
	call read
	mov si, BUFFER
1:	movzx cx, byte ptr [si]
	jcxz 3f
	mov al, [di]
	cmp al, [si + 32]
	jne 2f
	push si
	push di
	push cx
	movzx cx, al
	add si, 33
	inc di
	repe cmpsb
	pop cx
	pop di
	pop si
	je 4f
2:	add si, cx
	cmp si, BUFFER + SECTOR
	jb 1b
3:	mov si, offset absent
	call say
	jmp stop
4:	mov eax, [si + 2]
	mov ebx, [si + 10]
	ret

# Reads sector EAX.
read:
	mov [packet + 8], eax
	pushad
	mov si, offset packet
	mov dl, [drive]
	mov ah, 0x42
	int 0x13
	popad
	jc 1f
	ret
1:	mov si, offset unread
	call say
	jmp stop

	.include "serial.inc"

	.balign 4
packet:	.word 16, 1, BUFFER, 0
	.quad 0
boot:	.byte 4
	.ascii "BOOT"
loader:	.byte 9
	.ascii "LOADER.;1"
is_table:
	.asciz "cdboot: the table is "
good:	.asciz "right\n"
bad:	.asciz "wrong\n"
read_it:
	.asciz "cdboot: /BOOT/LOADER "
end:	.asciz "\ncdboot: done\n"
absent:	.asciz "cdboot: absent\ncdboot: done\n"
unread:	.asciz "cdboot: unreadable\ncdboot: done\n"
