"""What people read: figures, sentences, tables and charts, composed once and written in every format."""
