"""Large uploads wait in files without names: a process that is killed leaves nothing behind."""

import tempfile

from assets.spooling import SpooledUploads


def test_upload_has_no_name_and_is_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    handler = SpooledUploads()
    handler.new_file("upload", "trailer.mp4", "video/mp4", 8)
    handler.receive_data_chunk(b"film", 0)
    handler.receive_data_chunk(b"reel", 4)

    assert list(tmp_path.iterdir()) == []
    upload = handler.file_complete(8)
    assert (upload.size, b"".join(upload.chunks())) == (8, b"filmreel")
    upload.close()
