# A second stage: finds the file system by the sector that was put into its multiboot header, where gptzfsboot of illumos finds it, reads
# /BOOT/LOADER from the FAT32 there, and says its length and checksum. Its last bytes lie in a sector that is not full.
	.code16
	.intel_syntax noprefix
	.set BUFFER, 0xa000

	.globl start
start:
	jmp main
	# Before the header of the kind that is looked for stands one whose sum is not zero.
	.balign 4
	.long 0x1badb002, 3, 0
	.long 0x1badb002, 0x10003, -(0x1badb002 + 0x10003)
	.long 0, 0, 0
volume:	.quad 0
main:
	xor ax, ax
	mov ds, ax
	mov es, ax
	mov ss, ax
	mov sp, 0x7c00
	cld
	mov [drive], dl
	cmp dword ptr [last], 0x21444e45
	je 1f
	mov si, offset cut
	call say

	# Sectors of a cluster, where the table begins, where the clusters do.
1:	mov eax, [volume]
	call read
	movzx eax, byte ptr [BUFFER + 13]
	mov [cluster], eax
	movzx eax, word ptr [BUFFER + 14]
	add eax, [volume]
	mov [table], eax
	movzx ecx, byte ptr [BUFFER + 16]
2:	add eax, [BUFFER + 36]
	loop 2b
	mov [data], eax

	mov eax, [BUFFER + 44]
	mov di, offset boot
	call find
	mov di, offset loader
	call find

	mov [size], ebx
	xor ebp, ebp
3:	call place
4:	push eax
	call read
	mov ecx, 512
	cmp ebx, ecx
	jae 5f
	mov ecx, ebx
5:	sub ebx, ecx
	mov si, BUFFER
	call sum
	pop eax
	test ebx, ebx
	jz 6f
	inc eax
	dec edx
	jnz 4b
	call next
	jmp 3b

6:	mov si, offset read_it
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

# In the directory of cluster EAX, finds the name of eleven letters at DI; its first cluster goes to EAX, its bytes to EBX.
find:
	call place
1:	call read
	mov si, BUFFER
2:	cmp byte ptr [si], 0
	je 5f
	test byte ptr [si + 11], 8
	jnz 3f
	push si
	push di
	mov cx, 11
	repe cmpsb
	pop di
	pop si
	je 4f
3:	add si, 32
	cmp si, BUFFER + 512
	jb 2b
	inc eax
	dec edx
	jnz 1b
	call next
	jmp find
4:	mov ax, [si + 20]
	shl eax, 16
	mov ax, [si + 26]
	mov ebx, [si + 28]
	ret
5:	mov si, offset absent
	call say
	jmp stop

# The first sector of cluster EAX, which is kept, to EAX; how many it has to EDX.
place:
	mov [current], eax
	sub eax, 2
	mov edx, [cluster]
	imul eax, edx
	add eax, [data]
	ret

# The cluster behind the current one to EAX.
next:
	mov eax, [current]
	shr eax, 7
	add eax, [table]
	call read
	mov si, [current]
	and si, 127
	shl si, 2
	mov eax, [si + BUFFER]
	and eax, 0x0fffffff
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
size:	.long 0
cluster:
	.long 0
current:
	.long 0
table:	.long 0
data:	.long 0
drive:	.byte 0
boot:	.ascii "BOOT       "
loader:	.ascii "LOADER     "
read_it:
	.asciz "stage2: /BOOT/LOADER "
end:	.asciz "\nstage2: done\n"
absent:	.asciz "stage2: absent\nstage2: done\n"
unread:	.asciz "stage2: unreadable\nstage2: done\n"
cut:	.asciz "stage2: the end is cut off\n"
	.org 0x800
	.space 100
last:	.ascii "END!"
