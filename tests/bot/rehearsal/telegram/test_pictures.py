from bot.rehearsal.telegram.pictures import picture, picture_size


def test_pictures_tell_their_size() -> None:
    jpeg = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x10\x00\x20"
    assert picture_size(picture(3, 2)) == (3, 2)
    assert picture_size(jpeg) == (32, 16)
    assert picture_size(b"text") is None
