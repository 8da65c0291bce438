# The first sector of a disk. Like pmbr of illumos it has fields that are filled in when an image is made: a version at 0xfa, the sectors of the
# second stage at 0xfc and its first at 0xfe, an identifier at 0x106. It goes out of the way, loads the second stage to 0x7c00, and starts it with
# the drive in DL.
	.code16
	.intel_syntax noprefix
	.set HERE, 0x600

	.globl start
start:
	jmp main
	.org 3
	# What stands here is cleared: a boot sector has its description of a file system at this place.
	.fill 0x3b, 1, 0x90
main:
	xor ax, ax
	mov ds, ax
	mov es, ax
	mov ss, ax
	mov sp, HERE
	cld
	mov si, 0x7c00
	mov di, HERE
	mov cx, 256
	rep movsw
	ljmp 0, offset moved
moved:
	push dx
	mov si, offset name
	call say
	movzx eax, byte ptr [version]
	call hex
	mov si, offset line
	call say
	mov cx, [sectors]
	mov eax, [first]
	jmp load
	.org 0xfa
version:
	.word 0
sectors:
	.word 0
first:	.quad 0
	.space 16

load:	mov [packet + 8], eax
1:	pop dx
	push dx
	pushad
	mov si, offset packet
	mov ah, 0x42
	int 0x13
	popad
	jc 2f
	add word ptr [packet + 6], 0x20
	inc dword ptr [packet + 8]
	loop 1b
	pop dx
	ljmp 0, 0x7c00
2:	mov si, offset unread
	call say
stop:	hlt
	jmp stop

# Only what is needed of serial.inc: there is little room.
put:	mov dx, 0x3f8
	out dx, al
	ret
say:	lodsb
	test al, al
	jz 1f
	call put
	jmp say
1:	ret
hex:	add al, '0'
	jmp put

	.balign 4
packet:	.word 16, 1, 0, 0x7c0
	.quad 0
name:	.asciz "pmbr: version "
line:	.asciz "\n"
unread:	.asciz "pmbr: unreadable\n"
	.org 0x1fe
	.byte 0x55, 0xaa
